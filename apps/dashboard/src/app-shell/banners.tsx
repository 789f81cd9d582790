// What everybody must know at once: this is a demo; a second factor is missing; the network is gone; a
// follow-up falls due.
import classes from "../components/banner.module.css";
import { DemoBanner } from "../components/demo-banner";
import { SecondFactorBanner } from "../components/second-factor-banner";
import { AuditWarning } from "../features/audit/audit-warning";
import { BackupWarning } from "../features/backups/backup-warning";
import { callsPeople, useMe } from "../lib/me";
import { useIsOnline } from "../lib/use-is-online";
import { useUnsentChanges } from "../lib/use-unsent-changes";
import { DueReminders } from "./due-reminders";

export function Banners() {
  const me = useMe();
  const isOnline = useIsOnline();
  const unsent = useUnsentChanges();
  return (
    <>
      {me.isDemo ? <DemoBanner /> : null}
      <SecondFactorBanner />
      {me.abilities.canSeeBackups && !me.isDemo ? <BackupWarning /> : null}
      <div role="status">
        {isOnline && unsent === 0 ? null : (
          <p className={classes.banner} data-tone="bad">
            {isOnline ? "The server cannot be reached." : "You are offline."} {unsentWords(unsent)}
          </p>
        )}
      </div>
      {me.abilities.canSeeAudit ? <AuditWarning /> : null}
      {callsPeople(me) ? <DueReminders /> : null}
    </>
  );
}

function unsentWords(count: number): string {
  if (count === 0) {
    return "You can go on reading; what you log is kept here and sent when the connection is back.";
  }
  const changes = count === 1 ? "One change is" : `${count.toString()} changes are`;
  return `${changes} kept here and sent when the connection is back. Leave this tab open.`;
}
