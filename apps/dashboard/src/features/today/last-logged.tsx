// What was done last, and the next try that was set for it, there to be changed or taken back. It has its
// place from the beginning, so that the keys above it never move.
import { UnstyledButton } from "@mantine/core";
import { fullName } from "@studydesk/domain/leads/full-name";
import { openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import { useState } from "react";
import { KeyHint } from "../../components/key-hint";
import { NextTryDialog } from "../../components/next-try-dialog";
import { When } from "../../components/when";
import { useKeys } from "../../lib/keys/use-keys";
import classes from "./last-logged.module.css";
import type { LeadView } from "./lead-types";
import type { Done } from "./use-today";

interface Props {
  last: Done | undefined;
  /** The same lead is still being decided about above: the next try is changed there. */
  isInFront: boolean;
  onChange: (lead: LeadView, at: string | null) => void;
}

export function LastLogged({ last, isInFront, onChange }: Props) {
  const [isAsking, setAsking] = useState(false);
  const isOurs = last?.lead.abilities.setFollowUp === true && !isInFront;
  const canChange =
    isOurs && openLeadStatuses.includes(last.lead.status) && !last.lead.doNotContact;
  useKeys(
    "Last logged",
    canChange ? [{ keys: "t", name: "Change the next try", run: () => setAsking(true) }] : [],
  );

  function pick(at: string | null) {
    setAsking(false);
    if (last) onChange(last.lead, at);
  }

  return (
    <footer className={classes.last} data-empty={last === undefined}>
      <span role="status">
        {last ? <LastDoneWords last={last} /> : "What you log stands here, with its next try."}
      </span>
      {canChange ? (
        <UnstyledButton className={classes.change} onClick={() => setAsking(true)}>
          Change <KeyHint keys="t" />
        </UnstyledButton>
      ) : null}
      {last?.undo ? (
        <UnstyledButton className={classes.change} onClick={last.undo}>
          Take back <KeyHint keys="z" />
        </UnstyledButton>
      ) : null}
      {last ? (
        <NextTryDialog
          lead={last.lead}
          isOpen={isAsking}
          title={`When to try ${fullName(last.lead)} again`}
          suggested={last.lead.followUpAt}
          confirmLabel="Set"
          onClose={() => setAsking(false)}
          onPick={pick}
          {...(last.lead.followUpAt ? { onNever: () => pick(null) } : {})}
        />
      ) : null}
    </footer>
  );
}

function LastDoneWords({ last: { lead, what, isSkip = false } }: { last: Done }) {
  return (
    <>
      Last: <strong dir="auto">{fullName(lead)}</strong> · {what}
      {isSkip ? null : lead.followUpAt ? (
        <>
          {" "}
          · next try <When at={lead.followUpAt} style="planned" />
        </>
      ) : (
        " · no next try"
      )}
    </>
  );
}
