// What stands in the cells of a lead's row, and on its card.
import { languageName } from "@studydesk/domain/leads/languages";
import { StatusBadge } from "../../../components/status-badge";
import { useMe } from "../../../lib/me";
import { exactWords, relativeWords } from "../../../lib/time-words";
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
      · {language.toUpperCase()}
    </span>
  );
}

/** Until somebody was reached: a person without a script, or a program. */
export function ProofMark({ lead }: { lead: LeadRow }) {
  const { proof, firstContactAt } = lead;
  if (proof === null || proof === "solved" || firstContactAt !== null) return null;
  return (
    <span className={classes.language}>
      {"· "}
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

/** A word that may be longer than its column. */
export function PlainCell({ words }: { words: string | null }) {
  if (!words) return <span className={classes.quiet}>—</span>;
  return (
    <bdi className={classes.plain} title={words}>
      {words}
    </bdi>
  );
}

/** How long ago, with the moment on hover. */
export function AgoCell({ at, never = "—" }: { at: string | null; never?: string }) {
  const now = useNow();
  const cell: CellWords = at
    ? { words: relativeWords(at, now), tone: "plain", at }
    : { words: never, tone: "quiet" };
  return <Words cell={cell} />;
}

export function NextStepCell({ lead }: { lead: LeadRow }) {
  return <Words cell={nextStep(lead, useNow())} />;
}

export function WaitingCell({ lead }: { lead: LeadRow }) {
  const cell = waiting(lead, useNow());
  const late =
    cell.tone === "late" ? { title: "No contact for longer than the site promises" } : {};
  return <Words cell={cell} {...late} />;
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
}

function Words({ cell, title }: WordsProps) {
  const hover = [title, cell.at && exactWords(cell.at)].filter(Boolean).join(": ");
  return (
    <span className={classes[cell.tone]} title={hover || undefined}>
      {cell.words}
    </span>
  );
}
