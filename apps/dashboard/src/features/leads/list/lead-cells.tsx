// What stands in the cells of a lead's row, and on its card.
import { languageName } from "@studydesk/domain/leads/languages";
import type { ReactNode } from "react";
import { StatusBadge } from "../../../components/status-badge";
import { useMe } from "../../../lib/me";
import { exactWords } from "../../../lib/time-words";
import { useNow } from "../../../lib/use-now";
import type { LeadRow } from "../lead-types";
import { proofWords } from "../proof-words";
import classes from "./lead-cells.module.css";
import { type CellWords, nextStep, waiting } from "./next-step";

/** Two letters after the name, where the person speaks something else than English. */
export function LanguageMark({ language }: { language: string | null }) {
  if (language === null || language === "en") return null;
  return (
    <span className={classes.language} title={languageName(language)}>
      {" · "}
      {language.toUpperCase()}
    </span>
  );
}

/** Until somebody was reached: a person without a script, or a program. */
export function ProofMark({ lead }: { lead: LeadRow }) {
  const { proof, firstContactAt } = lead;
  if (proof === null || proof === "solved" || firstContactAt !== null) return null;
  return (
    <span className={classes.language}>
      {" · "}
      <span
        role="img"
        className={classes.doubt}
        title={proofWords[proof]}
        aria-label={proofWords[proof]}
      >
        ?
      </span>
    </span>
  );
}

export function StatusCell({ lead }: { lead: LeadRow }) {
  const tries = lead.attemptCount;
  const isTrying = lead.status === "contacting" && tries > 0;
  return (
    <span
      title={tries === 0 ? "Not tried yet" : `Tried ${tries === 1 ? "once" : `${tries} times`}`}
    >
      <StatusBadge status={lead.status} {...(isTrying ? { detail: String(tries) } : {})} />
    </span>
  );
}

export function StudyCell({ lead }: { lead: LeadRow }) {
  return <span title={`${lead.studyTitle} · ${lead.siteName}`}>{lead.studyTitle}</span>;
}

export function NextStepCell({ lead }: { lead: LeadRow }) {
  return <Words cell={nextStep(lead, useNow())} />;
}

export function WaitingCell({ lead }: { lead: LeadRow }) {
  const cell = waiting(lead, useNow());
  const isLate = cell.tone === "late";
  return (
    <Words
      cell={cell}
      {...(isLate ? { title: "No contact for longer than the site promises" } : {})}
    >
      {isLate ? <span className={classes.lateWord}> · late</span> : null}
    </Words>
  );
}

export function OwnerCell({ lead }: { lead: LeadRow }) {
  const me = useMe();
  if (lead.ownerId === null) return <span className={classes.quiet}>Unassigned</span>;
  return (
    <span>{lead.ownerId === me.userId ? "You" : (lead.ownerName ?? "Somebody who left")}</span>
  );
}

interface WordsProps {
  cell: CellWords;
  /** Goes before the exact time. */
  title?: string;
  children?: ReactNode;
}

function Words({ cell, title, children }: WordsProps) {
  const hover = [title, cell.at && exactWords(cell.at)].filter(Boolean).join(": ");
  return (
    <span className={classes[cell.tone]} title={hover || undefined}>
      {cell.words}
      {children}
    </span>
  );
}
