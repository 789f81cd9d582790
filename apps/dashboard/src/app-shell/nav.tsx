// The navigation: where one can go, how much waits there, who one is. On a phone it is a bar whose
// menu opens the same list.
import { UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Brand } from "../components/brand";
import { KeyHint } from "../components/key-hint";
import { newLeadKey } from "../features/leads/new-lead/use-new-lead";
import { PinnedViews } from "../features/leads/views/pinned-views";
import { endSession } from "../features/session/end-session";
import { countWords } from "../lib/count-words";
import { callsPeople, decidesOnCandidates, useMe } from "../lib/me";
import { roleWords } from "../lib/role-words";
import { useTRPC } from "../lib/trpc";
import { LiveMark } from "./live-mark";
import classes from "./nav.module.css";
import { navEntries } from "./nav-entries";

interface Props {
  onShowKeys: () => void;
  /** Opens the palette. */
  onSearch: () => void;
  /** Undefined for whoever takes nobody in. */
  onNewLead: (() => void) | undefined;
}

export function Nav({ onShowKeys, onSearch, onNewLead }: Props) {
  const me = useMe();
  const trpc = useTRPC();
  const place = useLocation({ select: (location) => location.href });
  const [isOpen, setOpen] = useState(false);
  const counts = useQuery(
    trpc.leads.counts.queryOptions(undefined, { enabled: me.sites.length > 0 }),
  );
  const pairs = useQuery(
    trpc.duplicates.count.queryOptions(undefined, { enabled: callsPeople(me) }),
  );
  const candidates = useQuery(
    trpc.reviews.count.queryOptions(undefined, { enabled: decidesOnCandidates(me) }),
  );
  const received = useQuery(
    trpc.shares.receivedCount.queryOptions(undefined, { enabled: me.sites.length > 0 }),
  );
  const known = counts.data && {
    ...counts.data,
    duplicates: pairs.data?.count,
    candidates: candidates.data?.count,
    received: received.data?.count,
  };

  useEffect(() => setOpen(false), [place]);

  return (
    <nav className={classes.nav} aria-label="Main" data-open={isOpen}>
      <div className={classes.bar}>
        <Brand />
        <UnstyledButton
          className={classes.menu}
          aria-expanded={isOpen}
          aria-controls="nav-list"
          onClick={() => setOpen((open) => !open)}
        >
          {isOpen ? "Close" : "Menu"}
        </UnstyledButton>
      </div>
      <div className={classes.list} id="nav-list">
        <UnstyledButton className={classes.search} onClick={onSearch}>
          Go to… <KeyHint keys="$mod+k" />
        </UnstyledButton>
        {onNewLead ? (
          <UnstyledButton
            className={classes.newLead}
            onClick={() => {
              setOpen(false);
              onNewLead();
            }}
          >
            New lead <KeyHint keys={newLeadKey} />
          </UnstyledButton>
        ) : null}
        <div className={classes.places}>
          <ul className={classes.entries}>
            {navEntries
              .filter((entry) => entry.isFor(me))
              .map((entry) => {
                const count = known && entry.count?.(known);
                return (
                  <li key={entry.label}>
                    <Link
                      {...entry.link}
                      className={classes.entry}
                      activeOptions={{ exact: entry.link.to === "/", includeSearch: true }}
                    >
                      <span>{entry.label}</span>
                      {count === undefined ? null : <Count value={count} />}
                    </Link>
                  </li>
                );
              })}
          </ul>
          {me.sites.length > 0 ? <PinnedViews classes={classes} /> : null}
        </div>
        <div className={classes.foot}>
          <LiveMark />
          <Link to="/account" className={classes.who}>
            <strong>{me.name}</strong>
            <span>{roleWords(me)}</span>
          </Link>
          <div className={classes.small}>
            <UnstyledButton className={classes.link} onClick={onShowKeys}>
              Keys
            </UnstyledButton>
            <UnstyledButton className={classes.link} onClick={() => void endSession()}>
              Sign out
            </UnstyledButton>
          </div>
        </div>
      </div>
    </nav>
  );
}

function Count({ value }: { value: number }) {
  return <span className={classes.count}>{countWords(value)}</span>;
}
