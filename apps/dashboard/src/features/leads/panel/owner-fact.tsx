// Whose lead this is, and the way to give it to somebody else, in place.
import { useState } from "react";
import { useMe } from "../../../lib/me";
import type { LeadView } from "../lead-types";
import { AssignMenu } from "./assign-menu";
import classes from "./lead-facts.module.css";

export function OwnerFact({ lead }: { lead: LeadView }) {
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  const name =
    lead.ownerId === me.userId
      ? "You"
      : lead.ownerId === null
        ? "Unassigned"
        : (lead.ownerName ?? "Somebody who left");
  return (
    <>
      <span className={lead.ownerId === null ? classes.quiet : undefined}>{name}</span>
      {lead.abilities.assign ? (
        <AssignMenu
          lead={lead}
          isOpen={isOpen}
          onOpenChange={setOpen}
          target={
            <button type="button" className={classes.change}>
              {lead.ownerId === null ? "Assign" : "Change"}
              <span className={classes.heard}> the owner</span>
            </button>
          }
        />
      ) : null}
    </>
  );
}
