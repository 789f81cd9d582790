// One share: its state in words, what happened to it, and its two actions.
import { Button } from "@mantine/core";
import type { ShareDevice } from "@studydesk/domain/shares/open-share-answer";
import { type ShareEventKind, shareStateLabels } from "@studydesk/domain/shares/share-state";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DotBadge } from "../../components/status-badge";
import { When } from "../../components/when";
import { errorSentence } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import { ExtendShare, viewsToAdd } from "./extend-share";
import { HomeLink } from "./home-link";
import { shareTones } from "./share-states";
import type { Share } from "./share-types";
import classes from "./shares-list.module.css";

const eventWords: Readonly<Record<ShareEventKind, string>> = {
  opened: "Opened",
  wrong_passcode: "Wrong passcode",
  revoked: "Revoked",
  extended: "Extended",
  replied: "Answered",
};
const deviceWords: Readonly<Record<ShareDevice, string>> = {
  phone: "on a phone",
  tablet: "on a tablet",
  computer: "on a computer",
};

interface Props {
  share: Share;
  /** Says which lead or study it is on, where that is not plain. */
  showsHome: boolean;
  /** Undefined: there is no note left to make a new link of. */
  onReissue: (() => void) | undefined;
}

export function ShareRow({ share, showsHome, onReissue }: Props) {
  const [isExtending, setExtending] = useState(false);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const revoke = useMutation(
    trpc.shares.revoke.mutationOptions({
      onSuccess: () =>
        showToast("Revoked. The link no longer opens.", {
          ...(onReissue ? { action: { label: "Make a new link", run: onReissue } } : {}),
        }),
      onError: (error) => showToast(errorSentence(error), { tone: "bad" }),
      onSettled: () => queryClient.invalidateQueries(trpc.shares.pathFilter()),
    }),
  );
  const isActive = share.state === "active";
  const mostViews = viewsToAdd(share);
  const label = share.memo?.label ?? "";
  return (
    <li className={classes.share}>
      {label === "" && !showsHome ? null : (
        <p className={classes.name}>
          {label === "" ? null : <strong dir="auto">{label}</strong>}
          {showsHome ? <HomeLink home={share.home} title={share.homeTitle} /> : null}
        </p>
      )}
      <div className={classes.head}>
        <DotBadge tone={shareTones[share.state]}>{shareStateLabels[share.state]}</DotBadge>
        <span className={classes.quiet}>
          made <When at={share.createdAt} />
          {noteWords(share)}
        </span>
      </div>
      <p>
        <ViewWords share={share} />
        {share.failures > 0 ? ` · ${countOf(share.failures, "wrong try", "wrong tries")}` : ""}
      </p>
      {share.revokedBecause === "too_many_failures" ? (
        <p className={classes.alarm}>
          Closed by itself after {share.failures} wrong passcodes: somebody who has the link was
          guessing. Make a new link for the person it was meant for.
        </p>
      ) : null}
      {share.revokedBecause === "admin" ? (
        <p className={classes.alarm}>
          An admin of the site ended it. Ask them before you make a new link.
        </p>
      ) : null}
      {share.events.length > 0 ? (
        <details className={classes.log}>
          <summary>What happened to it</summary>
          <ol>
            {share.events.map((event, index) => (
              <li key={`${event.at} ${share.events.length - index}`}>
                {eventWords[event.kind]} {event.device ? `${deviceWords[event.device]} ` : ""}
                <When at={event.at} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      {isExtending && mostViews !== undefined ? (
        <ExtendShare share={share} mostViews={mostViews} onDone={() => setExtending(false)} />
      ) : (
        <div className={classes.actions}>
          {isActive ? (
            <Button
              variant="default"
              size="compact-sm"
              loading={revoke.isPending}
              onClick={() => revoke.mutate({ shareId: share.id, reason: "owner" })}
            >
              Revoke
            </Button>
          ) : null}
          {share.state !== "revoked" && mostViews !== undefined ? (
            <Button variant="subtle" size="compact-sm" onClick={() => setExtending(true)}>
              Extend
            </Button>
          ) : null}
          {onReissue && share.revokedBecause !== "reissued" ? (
            <Button variant="subtle" size="compact-sm" onClick={onReissue}>
              {isActive ? "Replace with a new link" : "Make a new link"}
            </Button>
          ) : null}
        </div>
      )}
    </li>
  );
}

function ViewWords({ share }: { share: Share }) {
  const opened = share.events.find((event) => event.kind === "opened");
  const left = share.maxViews - share.views;
  return (
    <>
      {opened ? (
        <>
          Opened {share.views === 1 ? "once" : `${share.views} times`}, last <When at={opened.at} />
        </>
      ) : share.state === "active" ? (
        "Not opened yet"
      ) : (
        "Never opened"
      )}
      {share.state === "active" ? (
        <>
          {" "}
          · {countOf(left, "view", "views")} left, until{" "}
          <When at={share.expiresAt} style="planned" />
        </>
      ) : null}
      {share.revokedBecause === "reissued" ? " · a newer link took its place" : ""}
    </>
  );
}

function noteWords({ memo }: Share): string {
  const count = memo?.noteIds.length ?? 0;
  return count > 1 ? ` · ${count} notes` : "";
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
