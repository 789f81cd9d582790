// How long something takes, in words; in the case that follows a preposition ("خلال", "بعد").
import { plural } from "@studydesk/domain/plural";

export const hours = (n: number) =>
  plural("ar", n, { one: "ساعة واحدة", two: "ساعتين", few: "# ساعات", other: "# ساعة" });
export const days = (n: number) =>
  plural("ar", n, {
    one: "يوم واحد",
    two: "يومين",
    few: "# أيام",
    many: "# يومًا",
    other: "# يوم",
  });
export const minutes = (n: number) =>
  plural("ar", n, { one: "دقيقة واحدة", two: "دقيقتين", few: "# دقائق", other: "# دقيقة" });

/** "24 ساعة", "4 أيام": within what time a centre says that it gets in touch. */
export const promise = (ofHours: number) =>
  ofHours <= 72 ? hours(ofHours) : days(Math.round(ofHours / 24));
