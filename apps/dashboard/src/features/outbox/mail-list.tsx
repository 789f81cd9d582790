// Pages of mail, newest first. Each row opens the mail beside the list.

import { type MailStatus, mailKindLabels } from "@studydesk/domain/outbox/mail";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import table from "../../components/data-table.module.css";
import { NextPage } from "../../components/next-page";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { When } from "../../components/when";
import { useRowKeys } from "../../lib/keys/use-row-keys";
import { useTRPC } from "../../lib/trpc";
import classes from "./mail-list.module.css";
import { MailState, troubleOf } from "./mail-state";
import type { MailRow } from "./mail-types";
import type { OutboxSearch } from "./outbox-search";

export function MailList({ search }: { search: OutboxSearch }) {
  const trpc = useTRPC();
  const list = useRef<HTMLDivElement>(null);
  const { status } = search;
  const pages = useInfiniteQuery(
    trpc.outbox.list.infiniteQueryOptions(status ? { status } : {}, {
      getNextPageParam: (page) => page.nextCursor,
    }),
  );
  useRowKeys("Outbox", "mail", list);
  const rows = pages.data?.pages.flatMap((page) => page.rows);

  if (!rows) {
    return pages.error ? (
      <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
    ) : (
      <LoadingRows />
    );
  }
  if (rows.length === 0) return <NoMail status={status} />;
  return (
    <div ref={list} className={`${classes.scroller} ${table.scroller}`}>
      <table className={`${table.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">Mail</th>
            <th scope="col" className={`${table.wide} ${classes.state}`}>
              State
            </th>
            <th scope="col" className={classes.when}>
              When
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((mail) => (
            <Row key={mail.id} mail={mail} search={search} />
          ))}
        </tbody>
      </table>
      <div className={classes.end}>
        <NextPage pages={pages}>Show older mail</NextPage>
      </div>
    </div>
  );
}

function Row({ mail, search }: { mail: MailRow; search: OutboxSearch }) {
  const trouble = troubleOf(mail);
  return (
    <tr className={table.row} data-current={search.mail === mail.id}>
      <td>
        <Link
          to="/outbox"
          search={{ ...search, mail: mail.id }}
          className={`${table.link} ${classes.line}`}
          data-row
          title={mail.subject}
        >
          {mail.subject}
        </Link>
        <div className={`${classes.line} ${classes.small}`}>
          {mailKindLabels[mail.kind]} · {mail.to}
        </div>
        {trouble ? <div className={classes.trouble}>{trouble}</div> : null}
      </td>
      <td className={table.wide}>
        <MailState status={mail.status} />
      </td>
      <td className={table.nowrap}>
        <When at={mail.sentAt ?? mail.createdAt} />
        <div className={table.narrow}>
          <MailState status={mail.status} />
        </div>
      </td>
    </tr>
  );
}

function NoMail({ status }: { status: MailStatus | undefined }) {
  if (status === "failed") {
    return (
      <EmptyState title="No mail was given up">
        A mail that could not go out for three days would be listed here, to be tried again.
      </EmptyState>
    );
  }
  if (status === "queued") {
    return (
      <EmptyState title="No mail is waiting">
        What is due next stands here until the mail server has taken it.
      </EmptyState>
    );
  }
  return (
    <EmptyState title={status ? "No mail was sent yet" : "No mail yet"}>
      When somebody writes from a study page, a copy for them and alerts for the team are listed
      here; invitations, too.
    </EmptyState>
  );
}
