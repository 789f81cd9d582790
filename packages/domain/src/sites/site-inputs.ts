// What makes a site: a name, a place, a clock and the promise it gives to those who write.
import { z } from "zod";

const line = (most: number) =>
  z.string().trim().min(1, "Write something here").max(most, `Use at most ${most} characters`);

/** ISO 3166-1 alpha-2, such as CN or US. */
export const countryCodeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isCountryCode, "Write the two letters of a country, such as CN or US");

export const timeZoneSchema = z
  .string()
  .trim()
  .refine(isTimeZone, "Write a time zone as the IANA names it, such as Asia/Shanghai");

const siteFields = {
  name: line(160),
  city: line(120),
  countryCode: countryCodeSchema,
  timeZone: timeZoneSchema,
  /** Hours until somebody from the site answers; shown to visitors. */
  promiseHours: z
    .int("Write whole hours")
    .min(1, "Promise at least one hour")
    .max(720, "Promise at most 720 hours, thirty days"),
};

export const createSiteInput = z.object(siteFields);
export type CreateSiteInput = z.infer<typeof createSiteInput>;

export const updateSiteInput = z.object({
  siteId: z.int32().positive(),
  expectedVersion: z.int32().positive(),
  ...siteFields,
});
export type UpdateSiteInput = z.infer<typeof updateSiteInput>;

/** Two sites of one name cannot be told apart; case and spaces make no other name. */
export function foldSiteName(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

export const promiseHoursDefault = 24;

function isCountryCode(text: string): boolean {
  if (!/^[A-Z]{2}$/.test(text)) return false;
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return names.of(text) !== undefined;
}

/** Named zones only: an offset such as +01:00 knows no summer time. */
export function isTimeZone(text: string): boolean {
  if (!/^(UTC|[A-Za-z]+(\/[A-Za-z0-9_+-]+)+)$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
