// How long something takes, in words.
import { plural } from "@studydesk/domain/plural";

export const hours = (n: number) => plural("es", n, { one: "# hora", other: "# horas" });
export const days = (n: number) => plural("es", n, { one: "# día", other: "# días" });
export const minutes = (n: number) => plural("es", n, { one: "# minuto", other: "# minutos" });

/** "24 horas", "4 días": within what time a centre says that it gets in touch. */
export const promise = (ofHours: number) =>
  ofHours <= 72 ? hours(ofHours) : days(Math.round(ofHours / 24));
