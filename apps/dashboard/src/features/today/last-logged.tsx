// What was logged last, and the next try that was set for it: still there to be changed when the
// message about it is gone.
import { UnstyledButton } from "@mantine/core";
import { fullName } from "@studydesk/domain/leads/full-name";
import { useState } from "react";
import { KeyHint } from "../../components/key-hint";
import { NextTryDialog } from "../../components/next-try-dialog";
import { When } from "../../components/when";
import { useKeys } from "../../lib/keys/use-keys";
import classes from "./last-logged.module.css";
import type { LeadView } from "./lead-types";
import type { Logged } from "./use-today";

interface Props {
  last: Logged | undefined;
  onChange: (lead: LeadView, at: string | null) => void;
}

export function LastLogged({ last, onChange }: Props) {
  const [isAsking, setAsking] = useState(false);
  const canChange = last?.lead.abilities.setFollowUp === true && !last.lead.doNotContact;
  useKeys(
    "Last logged",
    canChange ? [{ keys: "t", name: "Change the next try", run: () => setAsking(true) }] : [],
  );
  if (!last) return null;
  const { lead, what } = last;

  function pick(at: string | null) {
    setAsking(false);
    onChange(lead, at);
  }

  return (
    <footer className={classes.last}>
      <span>
        Last: <strong dir="auto">{fullName(lead)}</strong> · {what} ·{" "}
        {lead.followUpAt ? (
          <>
            next try <When at={lead.followUpAt} style="planned" />
          </>
        ) : (
          "no next try"
        )}
      </span>
      {canChange ? (
        <UnstyledButton className={classes.change} onClick={() => setAsking(true)}>
          Change <KeyHint keys="t" />
        </UnstyledButton>
      ) : null}
      <NextTryDialog
        isOpen={isAsking}
        title={`When to try ${fullName(lead)} again`}
        suggested={lead.followUpAt}
        confirmLabel="Set"
        onClose={() => setAsking(false)}
        onPick={pick}
        {...(lead.followUpAt ? { onNever: () => pick(null) } : {})}
      />
    </footer>
  );
}
