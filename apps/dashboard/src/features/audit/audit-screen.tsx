// The audit trail: who did what to which lead or study, from what to what, why, when and from where; and whether
// all of it still is what was written.
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState } from "../../components/states";
import { useMe } from "../../lib/me";
import classes from "./audit.module.css";
import { AuditFilterBar } from "./audit-filter-bar";
import { AuditList } from "./audit-list";
import type { AuditSearch } from "./audit-search";
import { ChainState } from "./chain-state";
import { ExportAudit } from "./export-audit";

export function AuditScreen({ search }: { search: AuditSearch }) {
  const me = useMe();
  if (!me.abilities.canSeeAudit) {
    return (
      <>
        <ScreenHeader title="Audit trail" />
        <EmptyState title="The audit trail is open to admins">
          It says who did what, when and from where. Ask an admin of your site to look something up
          for you.
        </EmptyState>
      </>
    );
  }
  return (
    <div className={classes.screen}>
      <ScreenHeader
        title="Audit trail"
        detail={me.isOwner ? "Of the whole installation" : "Of the sites that you are an admin of"}
        actions={<ExportAudit search={search} />}
      >
        <ChainState />
        <AuditFilterBar search={search} />
      </ScreenHeader>
      <AuditList search={search} />
    </div>
  );
}
