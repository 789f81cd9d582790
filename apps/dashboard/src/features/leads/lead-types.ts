// The shapes that the server sends for leads, under the names the screens use.
import type { RouterInputs, RouterOutputs } from "../../lib/trpc";

export type LeadView = RouterOutputs["leads"]["get"];
export type LeadPage = RouterOutputs["leads"]["list"];
export type LeadRow = LeadPage["rows"][number];
/** What the list asks for: filters, words, order. */
export type LeadQuestion = Required<
  Pick<RouterInputs["leads"]["list"], "filters" | "sort" | "descending">
>;
export type TimelineEntry = RouterOutputs["leads"]["timeline"][number];
export type Assignee = RouterOutputs["leads"]["assignees"][number];
export type LeadMove = LeadView["moves"][number];
export type LeadCounts = RouterOutputs["leads"]["counts"];

export type ChangeStatus = RouterInputs["leads"]["changeStatus"];
export type LogContact = RouterInputs["leads"]["logContact"];
export type WriteMail = RouterInputs["leads"]["writeTo"];
export type PreviewMail = RouterInputs["leads"]["previewMail"];
export type SetFollowUp = RouterInputs["leads"]["setFollowUp"];
export type AssignLead = RouterInputs["leads"]["assign"];
