// A colleague changed this lead while it was on the screen: said before anything else is done to it.
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { useMe } from "../../lib/me";
import classes from "./changed-meanwhile.module.css";
import type { LeadView } from "./lead-types";

export function ChangedMeanwhile({ lead, seen }: { lead: LeadView; seen: LeadView }) {
  const me = useMe();
  return (
    <p className={classes.notice} role="status">
      <span>
        <strong>This lead was changed while you had it here.</strong>{" "}
        {differences(lead, seen, me.userId)} What you see is how it is now: look, then decide.
      </span>
    </p>
  );
}

function differences(lead: LeadView, seen: LeadView, userId: string): string {
  const said: string[] = [];
  if (lead.status !== seen.status) said.push(`It is now “${leadStatusLabels[lead.status]}”.`);
  if (lead.ownerId !== seen.ownerId) {
    const owner = lead.ownerId === userId ? "You are" : `${lead.ownerName ?? "Nobody"} is`;
    said.push(`${owner} its owner.`);
  }
  if (lead.attemptCount > seen.attemptCount) said.push("Somebody has tried to reach the person.");
  return said.join(" ");
}
