// Everything that was shared or asked for by link: one's own, what came back, and for admins
// what is open at their sites.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import pills from "../../components/pill-tabs.module.css";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState } from "../../components/states";
import { countWords } from "../../lib/count-words";
import { type Me, useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { ReceivedNotes } from "./received-notes";
import { RequestsAtSites } from "./requests/requests-at-sites";
import { RequestsList } from "./requests/requests-list";
import { SharesAtSites } from "./shares-at-sites";
import { SharesList } from "./shares-list";
import listClasses from "./shares-list.module.css";
import classes from "./shares-screen.module.css";
import type { SharesSearch, SharesTab } from "./shares-search";

const tabNames: Readonly<Record<SharesTab, string>> = {
  mine: "Mine",
  received: "Received",
  asked: "Asked for",
  sites: "At my sites",
};

const details: Readonly<Record<SharesTab, string>> = {
  mine: "Sealed copies of your notes, opened with a link and a passcode",
  received: "What came back from outside, sealed to your browsers until you keep or delete it",
  asked: "Links by which somebody outside writes you a sealed note",
  sites: "Who shared or asked for what, and whether it is still open; never what it holds",
};

export function SharesScreen({ search }: { search: SharesSearch }) {
  const tabs = tabsOf(useMe());
  const received = useQuery(useTRPC().shares.receivedCount.queryOptions());
  const tab = search.list && tabs.includes(search.list) ? search.list : "mine";
  return (
    <>
      <ScreenHeader title="Shares" detail={details[tab]}>
        <nav className={pills.tabs} aria-label="Which shares">
          {tabs.map((each) => (
            <Link
              key={each}
              to="/shares"
              search={each === "mine" ? {} : { list: each }}
              className={pills.tab}
              data-current={each === tab}
              {...(each === tab ? { "aria-current": "page" } : {})}
            >
              {tabNames[each]}
              {each === "received" && received.data && received.data.count > 0 ? (
                <span>{countWords(received.data.count)}</span>
              ) : null}
            </Link>
          ))}
        </nav>
      </ScreenHeader>
      <div className={classes.body}>
        {tab === "sites" ? (
          <>
            <SharesAtSites />
            <RequestsAtSites />
          </>
        ) : tab === "asked" ? (
          <section className={listClasses.shares} aria-label="Notes asked for">
            <RequestsList
              home={undefined}
              empty={
                <EmptyState title="You have asked for nothing yet">
                  Open a lead's notes, or a study, and press Ask for a note: whoever gets the link
                  writes to you, sealed to your browsers, without an account. Here you see how many
                  came, and end it.
                </EmptyState>
              }
            />
          </section>
        ) : tab === "received" ? (
          <ReceivedNotes
            empty={
              <EmptyState title="Nothing has come back">
                When you share a note, tick that they may write back. What they write is sealed to
                your browsers and waits here, for you alone, until you keep it as a note or delete
                it.
              </EmptyState>
            }
          />
        ) : (
          <SharesList
            home={undefined}
            empty={
              <EmptyState title="You have shared nothing yet">
                Open a lead, write a note and press Share: whoever gets the link and the passcode
                reads a sealed copy of it, without an account. Here you see when it was opened, and
                end or extend it.
              </EmptyState>
            }
          />
        )}
      </div>
    </>
  );
}

function tabsOf(me: Me): readonly SharesTab[] {
  return me.sites.some(({ roles }) => roles.includes("admin"))
    ? ["mine", "received", "asked", "sites"]
    : ["mine", "received", "asked"];
}
