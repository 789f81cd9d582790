// The shapes that the outbox's screens share, taken from the server's answers.
import type { RouterOutputs } from "../../lib/trpc";

export type MailRow = RouterOutputs["outbox"]["list"]["rows"][number];
export type WholeMail = RouterOutputs["outbox"]["get"];
