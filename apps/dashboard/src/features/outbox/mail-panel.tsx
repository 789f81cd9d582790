// One mail as it is sent, in its plain-text twin: the HTML one says the same and would need a page of
// its own to be shown safely. Opening it is on record, so it is asked for once.
import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { mailKindLabels } from "@studydesk/domain/outbox/mail";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { EmptyState, ErrorNote, ErrorState, LoadingRows } from "../../components/states";
import { When } from "../../components/when";
import { refusalOf } from "../../lib/error-sentence";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { useNow } from "../../lib/use-now";
import classes from "./mail-panel.module.css";
import { MailState, troubleOf } from "./mail-state";
import type { MailRow, WholeMail } from "./mail-types";
import { useMailHead } from "./use-mail-head";
import { useRetryMail } from "./use-retry-mail";

export function MailPanel({ mailId, onClose }: { mailId: number; onClose: () => void }) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(
    trpc.outbox.get.queryOptions(
      { mailId },
      {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        meta: { live: "own" },
      },
    ),
  );
  const head = useMailHead(mailId);
  if (data) return <Mail mail={{ ...data, ...head }} onClose={onClose} />;
  if (refusalOf(error)?.code === "not_found") {
    return (
      <EmptyState title="This mail is not here">
        It may be another site’s. Look it up in the list.
      </EmptyState>
    );
  }
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingRows />;
}

function Mail({ mail, onClose }: { mail: WholeMail; onClose: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const retry = useRetryMail();
  const now = useNow();
  const isWaiting = mail.nextAttemptAt !== null && mail.nextAttemptAt > now.toISOString();
  const trouble = troubleOf(mail);
  const coversList = useMediaQuery("(max-width: 1080px)", false, {
    getInitialValueInEffect: false,
  });
  const Heading = coversList ? "h1" : "h2";
  // An owner looks after the mail of sites whose leads are not theirs to see.
  const worksThere = useMe().sites.some((site) => site.id === mail.siteId);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className={classes.mail}>
      <div className={classes.head}>
        <Heading className={classes.subject} ref={heading} tabIndex={-1}>
          {mail.subject}
        </Heading>
        <Button className={classes.close} variant="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
      <dl className={classes.facts}>
        <div>
          <dt>State</dt>
          <dd>
            <MailState status={mail.status} />
          </dd>
        </div>
        <div>
          <dt>To</dt>
          <dd>{mail.to}</dd>
        </div>
        <div>
          <dt>What</dt>
          <dd>
            {mailKindLabels[mail.kind]}
            {mail.leadId !== null && worksThere ? (
              <>
                {" · "}
                <Link to="/leads/$leadId" params={{ leadId: mail.leadId }}>
                  lead {mail.leadId}
                </Link>
              </>
            ) : null}
          </dd>
        </div>
        <Times mail={mail} />
        {trouble ? (
          <div>
            <dt>So far</dt>
            <dd className={classes.error}>{trouble}</dd>
          </div>
        ) : null}
        <div>
          <dt>Message-ID</dt>
          <dd className={classes.id}>{mail.messageId}</dd>
        </div>
      </dl>
      {mail.status === "failed" ? (
        <div className={classes.again}>
          <Button loading={retry.isPending} onClick={() => retry.mutate({ mailId: mail.id })}>
            Try again now
          </Button>
          <span>It is no longer tried by itself.</span>
        </div>
      ) : null}
      {isWaiting ? (
        <div className={classes.again}>
          <Button
            variant="default"
            loading={retry.isPending}
            onClick={() => retry.mutate({ mailId: mail.id })}
          >
            Send it now
          </Button>
          <span>
            By itself it leaves {mail.nextAttemptAt ? <When at={mail.nextAttemptAt} /> : null}.
          </span>
        </div>
      ) : null}
      {retry.error ? <ErrorNote error={retry.error} /> : null}
      <pre className={classes.text}>{mail.text}</pre>
    </div>
  );
}

function Times({ mail }: { mail: MailRow }) {
  return (
    <>
      <div>
        <dt>Made</dt>
        <dd>
          <When at={mail.createdAt} />
        </dd>
      </div>
      {mail.sentAt ? (
        <div>
          <dt>Sent</dt>
          <dd>
            <When at={mail.sentAt} />
          </dd>
        </div>
      ) : null}
      {mail.nextAttemptAt && mail.attempts > 0 ? (
        <div>
          <dt>Next try</dt>
          <dd>
            <When at={mail.nextAttemptAt} style="planned" />
          </dd>
        </div>
      ) : null}
    </>
  );
}
