// What the form for the nearest study centre sends: a town, one that was chosen among several, or a
// position that the browser gave and rounded.
import { z } from "zod";

const text = z.string().max(200).catch("");
const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(?:\.\d{1,6})?$/)
    .transform(Number)
    .pipe(z.number().min(-most).max(most))
    .optional()
    .catch(undefined);

export const centreSearchInput = z
  .object({
    town: text,
    picked: z
      .string()
      .regex(/^[1-9]\d{0,8}$/)
      .transform(Number)
      .optional()
      .catch(undefined),
    lat: degrees(90),
    lon: degrees(180),
  })
  .transform(({ town, picked, lat, lon }) => ({
    town: town.trim(),
    ...(picked === undefined ? {} : { picked }),
    ...(lat === undefined || lon === undefined ? {} : { position: { lat, lon } }),
  }));
export type CentreSearchInput = z.infer<typeof centreSearchInput>;
