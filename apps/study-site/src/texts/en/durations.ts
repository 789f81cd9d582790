// How long something takes, in words.
import { plural } from "@studydesk/domain/plural";

export const hours = (n: number) => plural("en", n, { one: "# hour", other: "# hours" });
export const days = (n: number) => plural("en", n, { one: "# day", other: "# days" });
export const minutes = (n: number) => plural("en", n, { one: "# minute", other: "# minutes" });

/** "24 hours", "4 days": within what time a centre says that it gets in touch. */
export const promise = (ofHours: number) =>
  ofHours <= 72 ? hours(ofHours) : days(Math.round(ofHours / 24));
