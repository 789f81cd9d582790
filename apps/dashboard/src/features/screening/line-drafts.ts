// What was pressed and typed for a lead's criteria and is not with the server yet. Kept for this tab until it
// is, as drafts are: a reload, a dead server or another lead in between loses nothing.
import { evidenceSources } from "@studydesk/domain/screening/answer";
import { z } from "zod/mini";
import { readDraft, writeDraft } from "../../lib/use-draft";

const value = z.union([z.boolean(), z.number(), z.string(), z.null()]);
const source = z.nullable(z.enum(evidenceSources));

const lineDraft = z.object({
  lineId: z.number(),
  /** As it was asked when the draft began. */
  criterionId: z.number(),
  /** The answer that stood then; null: none did. */
  base: z.nullable(
    z.object({ answerId: z.number(), value, evidence: z.nullable(z.string()), source }),
  ),
  /** Pressed, or typed to its end; left out: as it stands. */
  value: z.optional(value),
  /** In the field of a number or a day, as it is typed. */
  typed: z.optional(z.string()),
  evidence: z.optional(z.string()),
  source: z.optional(source),
  /** Somebody else's answer stands since: it waits for a pick. */
  isCrossed: z.optional(z.boolean()),
  /** Why the server refused it. */
  refusal: z.optional(z.string()),
});
export type LineDraft = z.infer<typeof lineDraft>;
export type LineDrafts = Readonly<Record<string, LineDraft>>;

const nameOf = (leadId: number) => `screening.${leadId}`;
const indexName = "screening.unsent";

export function readLineDrafts(userId: string, leadId: number): LineDrafts {
  return parsed(z.record(z.string(), lineDraft), readDraft(userId, nameOf(leadId))) ?? {};
}

export function keepLineDrafts(userId: string, leadId: number, drafts: LineDrafts): void {
  const isEmpty = Object.keys(drafts).length === 0;
  writeDraft(userId, nameOf(leadId), isEmpty ? "" : JSON.stringify(drafts));
  const others = listDraftedLeads(userId).filter((id) => id !== leadId);
  const drafted = isEmpty ? others : [...others, leadId];
  writeDraft(userId, indexName, drafted.length > 0 ? JSON.stringify(drafted) : "");
}

/** Leads with something that is kept here alone. */
export function listDraftedLeads(userId: string): number[] {
  return parsed(z.array(z.number()), readDraft(userId, indexName)) ?? [];
}

function parsed<Schema extends z.ZodMiniType>(
  schema: Schema,
  kept: string,
): z.infer<Schema> | undefined {
  try {
    return schema.parse(JSON.parse(kept));
  } catch {
    return undefined;
  }
}
