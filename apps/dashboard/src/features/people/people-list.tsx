// Each person with what they are at which site, and whether their account is open. A role is taken away from
// here, after one question: it cannot be undone but by inviting again.
import { UnstyledButton } from "@mantine/core";
import { roleLabels } from "@studydesk/domain/people/viewer";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DotBadge } from "../../components/status-badge";
import { When } from "../../components/when";
import { errorSentence } from "../../lib/error-sentence";
import { useMe } from "../../lib/me";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import { AccountMenu, type AccountStep } from "./account-menu";
import { DeactivateDialog } from "./deactivate-dialog";
import classes from "./people-list.module.css";
import type { HeldRole, Person } from "./people-types";
import { RemoveRoleDialog, type RoleToRemove } from "./remove-role-dialog";
import { ResetSecondFactorDialog } from "./reset-second-factor-dialog";

export function PeopleList({ people }: { people: readonly Person[] }) {
  const me = useMe();
  const [removing, setRemoving] = useState<RoleToRemove>();
  const [deactivating, setDeactivating] = useState<Person>();
  const [resetting, setResetting] = useState<Person>();
  const reactivate = useReactivate();
  function take(step: AccountStep, person: Person) {
    if (step === "deactivate") setDeactivating(person);
    else if (step === "reset_second_factor") setResetting(person);
    else reactivate(person);
  }
  return (
    <>
      <ul className={classes.people}>
        {people.map((person) => (
          <li key={person.userId} data-closed={person.deactivatedAt !== null || undefined}>
            <div className={classes.who}>
              <div>
                <strong>{person.name}</strong>
                {person.userId === me.userId ? <span> · you</span> : null}
                {person.isOwner ? <span> · owner</span> : null}
              </div>
              <div className={classes.email}>{person.email}</div>
              <div className={classes.email}>
                <AccountState person={person} />
              </div>
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
            {person.userId === me.userId ? null : <AccountMenu person={person} onStep={take} />}
          </li>
        ))}
      </ul>
      <RemoveRoleDialog asked={removing} onClose={() => setRemoving(undefined)} />
      <ResetSecondFactorDialog person={resetting} onClose={() => setResetting(undefined)} />
      <DeactivateDialog person={deactivating} onClose={() => setDeactivating(undefined)} />
    </>
  );
}

function AccountState({ person }: { person: Person }) {
  if (person.deactivatedAt) {
    return (
      <>
        <DotBadge tone="bad">Deactivated</DotBadge> <When at={person.deactivatedAt} />
      </>
    );
  }
  return (
    <>
      {person.lastSignInAt ? (
        <>
          signed in <When at={person.lastSignInAt} />
        </>
      ) : null}
      {person.lastSignInAt && person.hasSecondFactor ? " · " : null}
      {person.hasSecondFactor ? "second factor on" : null}
    </>
  );
}

function useReactivate() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mutate } = useMutation(
    trpc.people.reactivate.mutationOptions({
      onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
      onSettled: () => queryClient.invalidateQueries(trpc.people.people.queryFilter()),
    }),
  );
  return ({ userId, name }: Person) =>
    mutate(
      { userId },
      { onSuccess: () => showToast(`${name} can sign in again, with the same roles.`) },
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
