// Each person with what they are at which site. A role is taken away from here, after one question:
// it cannot be undone but by inviting again.
import { UnstyledButton } from "@mantine/core";
import { roleLabels } from "@studydesk/domain/people/viewer";
import { useState } from "react";
import { useMe } from "../../lib/me";
import classes from "./people-list.module.css";
import type { HeldRole, Person } from "./people-types";
import { RemoveRoleDialog, type RoleToRemove } from "./remove-role-dialog";

export function PeopleList({ people }: { people: readonly Person[] }) {
  const me = useMe();
  const [removing, setRemoving] = useState<RoleToRemove>();
  return (
    <>
      <ul className={classes.people}>
        {people.map((person) => (
          <li key={person.userId}>
            <div className={classes.who}>
              <div>
                <strong>{person.name}</strong>
                {person.userId === me.userId ? <span> · you</span> : null}
                {person.isOwner ? <span> · owner</span> : null}
              </div>
              <div className={classes.email}>{person.email}</div>
            </div>
            <ul className={classes.roles}>
              {person.roles.length === 0 ? (
                <li className={classes.none}>No role at a site</li>
              ) : null}
              {person.roles.map((held) => (
                <li key={`${held.siteId.toString()} ${held.role}`}>
                  <Role held={held} person={person} onRemove={setRemoving} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <RemoveRoleDialog asked={removing} onClose={() => setRemoving(undefined)} />
    </>
  );
}

interface RoleProps {
  held: HeldRole;
  person: Person;
  onRemove: (asked: RoleToRemove) => void;
}

function Role({ held, person, onRemove }: RoleProps) {
  const label = roleLabels[held.role];
  return (
    <span className={classes.role}>
      <span>
        {label} <span className={classes.site}>at {held.siteName}</span>
      </span>
      {held.canRemove ? (
        <UnstyledButton
          className={classes.remove}
          aria-label={`Remove: ${person.name}, ${label} at ${held.siteName}`}
          onClick={() => onRemove({ person, held })}
        >
          Remove
        </UnstyledButton>
      ) : null}
    </span>
  );
}
