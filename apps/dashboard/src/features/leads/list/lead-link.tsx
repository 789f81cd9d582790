// The name in a row: a real link over the whole row. One lead opens in place of another without piling
// up steps to go back through.
import { Link } from "@tanstack/react-router";
import { PresenceMark } from "../../../components/presence-mark";
import { leadName } from "../../../lib/lead-name";
import type { LeadRow } from "../lead-types";
import { LanguageMark, ProofMark } from "./lead-cells";
import { leadLinkId, useLeadCursor } from "./lead-cursor";
import classes from "./lead-link.module.css";

export function LeadLink({ lead, isGone }: { lead: LeadRow; isGone: boolean }) {
  const { cursorId, openId, onMove } = useLeadCursor();
  return (
    <Link
      id={leadLinkId(lead.id)}
      className={classes.link}
      to="/inbox"
      search={(search) => ({ ...search, lead: lead.id })}
      state
      replace={openId !== undefined}
      resetScroll={false}
      preload={false}
      tabIndex={cursorId === undefined || cursorId === lead.id ? 0 : -1}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        onMove(step);
      }}
      aria-current={openId === lead.id ? "true" : undefined}
      title={isGone ? "No longer in this list; it goes when you move on" : leadName(lead)}
    >
      <bdi className={classes.name} data-erased={lead.erasedAt !== null}>
        {leadName(lead)}
      </bdi>
      <LanguageMark language={lead.language} />
      <ProofMark lead={lead} />
      <PresenceMark leadId={lead.id} />
    </Link>
  );
}
