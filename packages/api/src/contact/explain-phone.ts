// How the desk would read a phone number, for the one who types it: shown beside the field, never in the
// way of sending. Nothing of it is kept or logged.
import { findSite } from "@studydesk/db/sites/site-queries";
import { DomainError } from "@studydesk/domain/errors";
import { publicLanguages } from "@studydesk/domain/public-language";
import { z } from "zod";
import type { Deps } from "../deps";
import type { Limit } from "../rate-limits";
import { readPhoneNumber, showPhoneNumber } from "./phone-number";

const phoneLimit: Limit = { name: "phone_explained", most: 120, windowSeconds: 600 };

const explainPhoneInput = z.object({
  phone: z.string().max(100),
  /** Of the study centre that the message goes to: whose country a number without + belongs to. */
  siteId: z.int32().positive().optional(),
  /** Of the page, for the country's name. */
  language: z.enum(publicLanguages),
});

export interface ExplainedPhone {
  /** Null when no number can be made out. */
  international: string | null;
  /** In the page's language; null where a number belongs to no single country. */
  country: string | null;
}

/** Throws invalid for anything but such a question, and rate_limited. */
export async function explainPhone(
  deps: Pick<Deps, "db" | "limits">,
  { network }: { network: string },
  body: unknown,
): Promise<ExplainedPhone> {
  const input = explainPhoneInput.safeParse(body);
  if (!input.success) {
    throw new DomainError("invalid", "Send the phone number and the language of the page.");
  }
  await deps.limits.use(phoneLimit, network);
  const { phone, siteId, language } = input.data;
  const site = siteId === undefined ? undefined : await findSite(deps.db, siteId);
  const { e164, countryCode } = readPhoneNumber(phone, site?.countryCode ?? "");
  return {
    international: e164 && showPhoneNumber(e164),
    country: countryCode && countryName(countryCode, language),
  };
}

function countryName(code: string, language: string): string | null {
  return new Intl.DisplayNames([language], { type: "region", fallback: "none" }).of(code) ?? null;
}
