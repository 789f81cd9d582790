// Somebody of the team writes to a person from the lead, and sees beforehand what will arrive.
import { inTransaction } from "@studydesk/db/open-database";
import type { PreviewMailInput, WriteToLeadInput } from "@studydesk/domain/leads/lead-inputs";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { type MergeField, mergeText } from "@studydesk/domain/templates/merge-fields";
import type { Deps } from "../deps";
import { type LeadView, readLeadView } from "../leads/lead-view";
import { getLead, getLeadToChange, getLeadToWorkOn } from "../leads/save-lead";
import { columnsOfAttempt } from "./keep-attempt";
import { mailLead, readMergeValues, renderLeadMail } from "./mail-lead";

/** The answer's `changeId` takes the mail back, as long as it has not left. */
export async function writeToLead(
  deps: Pick<Deps, "db" | "now" | "live" | "baseUrl" | "mailQueued">,
  viewer: Viewer,
  input: WriteToLeadInput,
): Promise<LeadView> {
  const now = deps.now();
  const { baseUrl } = deps;
  const view = await inTransaction(deps.db, async (trx) => {
    const lead = await getLeadToChange(trx, viewer, input, columnsOfAttempt);
    const { changeId } = await mailLead(trx, viewer, lead, input, { now, baseUrl });
    return readLeadView(trx, viewer, await getLead(trx, viewer, lead.id), now, { changeId });
  });
  deps.mailQueued();
  deps.live.announce();
  return view;
}

export interface MailPreview {
  to: string;
  replyTo: string;
  subject: string;
  /** The plain text; its link is made when the mail is sent. */
  text: string;
  /** What stands in braces and cannot be filled in for this lead: nothing is sent before that is mended. */
  missing: MergeField[];
  unknown: string[];
}

/** Changes nothing. Throws as `getLeadToWorkOn` does. */
export async function previewMail(
  { db, baseUrl }: Pick<Deps, "db" | "baseUrl">,
  viewer: Viewer,
  input: PreviewMailInput,
): Promise<MailPreview> {
  const lead = await getLeadToWorkOn(db, viewer, input.leadId);
  const values = await readMergeValues(db, viewer, lead, input.language);
  const subject = mergeText(input.subject, values);
  const body = mergeText(input.body, values);
  const { language } = input;
  const mail = renderLeadMail(
    viewer,
    lead,
    { subject: subject.text, body: body.text, language },
    `${baseUrl}/status/…`,
  );
  return {
    to: lead.email,
    replyTo: viewer.email,
    subject: mail.subject,
    text: mail.text,
    missing: [...new Set([...subject.missing, ...body.missing])],
    unknown: [...new Set([...subject.unknown, ...body.unknown])],
  };
}
