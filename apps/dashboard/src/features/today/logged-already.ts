// Tells a conflict with a colleague from one with oneself: an attempt whose answer got lost is sent
// again, and is refused because it was logged the first time.
import type { LeadView, LogContact, TimelineEntry } from "./lead-types";

export function isLoggedAlready(
  lead: Pick<LeadView, "version">,
  timeline: readonly Pick<TimelineEntry, "byUserId" | "activity">[],
  sent: LogContact,
  userId: string,
): boolean {
  const newest = timeline.find(({ activity }) => activity.kind === "contact_attempted");
  return (
    lead.version === sent.expectedVersion + 1 &&
    newest?.byUserId === userId &&
    newest.activity.kind === "contact_attempted" &&
    newest.activity.outcome === sent.outcome &&
    newest.activity.channel === sent.channel &&
    newest.activity.note === (sent.note || null)
  );
}
