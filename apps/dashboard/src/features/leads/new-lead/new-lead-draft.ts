// What was typed about a new lead so far, as one text for this tab to keep, and what of it would be sent.

import type { AddLeadInput } from "@studydesk/domain/leads/add-lead-input";
import { addLeadInput, sourcesByHand } from "@studydesk/domain/leads/add-lead-input";
import { z } from "zod";

const text = z.string().catch("");
const id = z.int().positive().optional().catch(undefined);

const newLeadDraft = z.object({
  siteId: id,
  studyId: id,
  firstName: text,
  lastName: text,
  phone: text,
  email: text,
  /** BCP 47; empty: nobody asked. */
  language: text,
  source: z.enum(sourcesByHand).catch("phone_call"),
  message: text,
  /** The wording that the person agreed to: the tick is for this one and no other. */
  agreedTo: id,
});
export type NewLeadDraft = z.infer<typeof newLeadDraft>;

/** Whatever is not understood of it is empty. */
export function readNewLead(kept: string): NewLeadDraft {
  try {
    return newLeadDraft.parse(JSON.parse(kept));
  } catch {
    return newLeadDraft.parse({});
  }
}

export function isUntouched({ firstName, lastName, phone, email, message }: NewLeadDraft): boolean {
  return [firstName, lastName, phone, email, message].every((each) => each.trim() === "");
}

export type NewLeadProblems = Partial<Record<keyof AddLeadInput, string>>;

/** Checked as the server checks it; `place` and `consentTextId` are what the dialog shows. */
export function checkNewLead(
  draft: NewLeadDraft,
  { siteId, studyId }: { siteId: number | undefined; studyId: number | undefined },
  consentTextId: number | undefined,
): { input: AddLeadInput } | { problems: NewLeadProblems } {
  const { firstName, lastName, phone, email, language, source, message, agreedTo } = draft;
  const read = addLeadInput.safeParse({
    ...{ siteId, studyId, firstName, lastName, phone, email, source, message, consentTextId },
    language: language === "" ? null : language,
    consentGiven: consentTextId !== undefined && agreedTo === consentTextId,
  });
  if (read.success) return { input: read.data };
  const { fieldErrors } = z.flattenError(read.error);
  const problems = Object.entries(fieldErrors).flatMap(([name, [first]]) =>
    first === undefined ? [] : [[name, first]],
  );
  const found: NewLeadProblems = Object.fromEntries(problems);
  // Asked of a whole message only, but it helps to hear everything at once.
  if (phone.trim() === "" && email.trim() === "") {
    found.phone = "Type a number or an e-mail address, so that the person can be reached";
  }
  return { problems: found };
}
