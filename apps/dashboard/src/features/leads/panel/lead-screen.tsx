// A lead on a page of its own: where links in mails and messages lead to.
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { EmptyState } from "../../../components/states";
import { useKeys } from "../../../lib/keys/use-keys";
import { useMe } from "../../../lib/me";
import { setScreenTitle } from "../../../lib/screen-title";
import { actionsFor, type LeadAction } from "../lead-action";
import { useLeadKeys } from "../use-lead-keys";
import { LeadPanel, type LeadPanelProps } from "./lead-panel";
import classes from "./lead-screen.module.css";

export function LeadScreen(
  slots: Pick<LeadPanelProps, "notes" | "review" | "screening" | "dataRights">,
) {
  const { leadId } = useParams({ from: "/desk/leads/$leadId" });
  const { tab } = useSearch({ from: "/desk/leads/$leadId" });
  const navigate = useNavigate({ from: "/leads/$leadId" });
  const [action, setAction] = useState<LeadAction>();

  function start(next: LeadAction | undefined) {
    setAction(next);
    if (next === "note") void navigate({ search: { tab: "notes" }, replace: true });
  }
  useEffect(() => {
    setScreenTitle(`Lead ${leadId ?? ""} – Studydesk`);
  }, [leadId]);
  useKeys("The lead's page", [
    {
      keys: "Escape",
      name: "Back to the list",
      run: () =>
        action
          ? start(undefined)
          : void navigate({ to: "/inbox", search: { view: "all", lead: leadId } }),
    },
    {
      keys: "q",
      name: "Questions",
      run: () => void navigate({ search: { tab: "screening" }, replace: true }),
    },
  ]);
  useLeadKeys(actionsFor(useMe()), start);

  if (leadId === undefined) {
    return (
      <EmptyState level={1} title="No such lead" action={<Link to="/inbox">Open the inbox</Link>}>
        A lead's address ends with its number. Look for the person in the inbox.
      </EmptyState>
    );
  }
  return (
    <div className={classes.page}>
      <div className={classes.back}>
        <Link to="/inbox" search={{ view: "all", lead: leadId }}>
          ‹ Show it in the list
        </Link>
      </div>
      <LeadPanel
        key={leadId}
        leadId={leadId}
        tab={tab ?? "overview"}
        onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
        action={action}
        onAction={start}
        {...slots}
        isPage
      />
    </div>
  );
}
