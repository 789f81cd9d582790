// On every screen of the owner and of admins: that there is no good backup, or that it is too old. The same
// sentence stands on the screen of backups itself.
import { usualHours, type BackupWarning as Warning } from "@studydesk/domain/backups/backup";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import banner from "../../components/banner.module.css";
import { useTRPC } from "../../lib/trpc";

/** Admins of a site hear of no event that is no site's. */
const askedEveryMs = 10 * 60_000;

export function BackupWarning() {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.backups.state.queryOptions(undefined, { refetchInterval: askedEveryMs }),
  );
  return (
    <div role="status">
      {data?.warning ? (
        <p className={banner.banner} data-tone="bad">
          {warningWords[data.warning]} <Link to="/backups">See backups</Link>
        </p>
      ) : null}
    </div>
  );
}

const warningWords: Readonly<Record<Warning, string>> = {
  failed: "The last backup failed.",
  old: "The last good backup is too old.",
  not_set_up: `Nobody makes backups of this desk: what is entered here would be lost with the disk. One every ${usualHours} h is usual.`,
};
