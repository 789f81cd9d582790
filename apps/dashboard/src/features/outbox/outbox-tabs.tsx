// Which mail is listed. Links, since the address holds the choice; an open mail stays open.
import { type MailStatus, mailStatusLabels } from "@studydesk/domain/outbox/mail";
import { Link } from "@tanstack/react-router";
import classes from "../../components/pill-tabs.module.css";
import type { RouterOutputs } from "../../lib/trpc";

const tabs: readonly (MailStatus | undefined)[] = [undefined, "queued", "failed", "sent"];

interface Props {
  /** Undefined: all. */
  current: MailStatus | undefined;
  summary: RouterOutputs["outbox"]["summary"] | undefined;
}

export function OutboxTabs({ current, summary }: Props) {
  return (
    <nav className={classes.tabs} aria-label="Which mail">
      {tabs.map((status) => {
        const count = status === "queued" || status === "failed" ? summary?.[status] : undefined;
        return (
          <Link
            key={status ?? "all"}
            to="/outbox"
            search={status ? { status } : {}}
            className={classes.tab}
            data-current={status === current}
            {...(status === current ? { "aria-current": "page" } : {})}
          >
            {status ? mailStatusLabels[status] : "All"}
            {count === undefined ? null : <span>{count.toLocaleString("en")}</span>}
          </Link>
        );
      })}
    </nav>
  );
}
