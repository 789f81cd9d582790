// How long something takes, in words.
import { plural } from "@studydesk/domain/plural";

export const hours = (n: number) => plural("zh", n, { other: "#小时" });
export const days = (n: number) => plural("zh", n, { other: "#天" });
export const minutes = (n: number) => plural("zh", n, { other: "#分钟" });

/** "24小时", "4天": within what time a centre says that it gets in touch. */
export const promise = (ofHours: number) =>
  ofHours <= 72 ? hours(ofHours) : days(Math.round(ofHours / 24));
