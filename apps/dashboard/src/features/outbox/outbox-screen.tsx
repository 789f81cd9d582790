// The mail of this desk for those who look after it: what waits, what went out, what was given up.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ListAndPanel } from "../../components/list-and-panel";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState } from "../../components/states";
import { useKeys } from "../../lib/keys/use-keys";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { MailList } from "./mail-list";
import { MailPanel } from "./mail-panel";
import classes from "./outbox-screen.module.css";
import type { OutboxSearch } from "./outbox-search";
import { OutboxTabs } from "./outbox-tabs";

export function OutboxScreen({ search }: { search: OutboxSearch }) {
  const me = useMe();
  if (me.abilities.canSeeOutbox) return <Outbox search={search} />;
  return (
    <>
      <ScreenHeader title="Outbox" />
      <EmptyState title="The outbox is open to admins">
        It shows what people wrote and how to reach them. Ask an admin of your site to look there
        for you.
      </EmptyState>
    </>
  );
}

function Outbox({ search }: { search: OutboxSearch }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { data: summary } = useQuery(trpc.outbox.summary.queryOptions());

  function close() {
    const { mail: _, ...rest } = search;
    void navigate({ to: "/outbox", search: rest });
  }

  return (
    <ListAndPanel
      panelLabel="Mail"
      onClosePanel={close}
      panel={
        search.mail === undefined ? undefined : (
          <>
            <CloseKey onClose={close} />
            <MailPanel key={search.mail} mailId={search.mail} onClose={close} />
          </>
        )
      }
      list={
        <>
          <ScreenHeader title="Outbox" detail="Mail to people who wrote, and to the team">
            <OutboxTabs current={search.status} summary={summary} />
          </ScreenHeader>
          {summary && !summary.mailServer ? (
            <p className={classes.banner} role="status">
              Kept here: no mail server is set (SMTP_URL). Nothing is lost; it goes out once there
              is one.
            </p>
          ) : null}
          <MailList search={search} />
        </>
      }
    />
  );
}

function CloseKey({ onClose }: { onClose: () => void }) {
  useKeys("Mail", [{ keys: "Escape", name: "Close the mail", run: onClose }]);
  return null;
}
