// What became of the newest backups: when, how large, by whom; and why one failed.
import { type BackupOrigin, backupProblemWords } from "@studydesk/domain/backups/backup";
import table from "../../components/data-table.module.css";
import { DotBadge } from "../../components/status-badge";
import { When } from "../../components/when";
import type { RouterOutputs } from "../../lib/trpc";
import classes from "./backups.module.css";

type Backup = RouterOutputs["backups"]["read"]["rows"][number];

const originWords: Readonly<Record<BackupOrigin, string>> = {
  schedule: "by the clock",
  person: "by hand",
  command: "by command",
};

interface Props {
  rows: readonly Backup[];
  /** Whether old files are deleted by the server: without its schedule, by nobody. */
  rotates: boolean;
}

export function BackupList({ rows, rotates }: Props) {
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <caption className={classes.caption}>
          {rotates ? "The newest; old files go by themselves" : "The newest"}
        </caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">State</th>
            <th scope="col">Size</th>
            <th scope="col" className={table.wide}>
              File
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((backup) => (
            <tr key={backup.id} className={table.row}>
              <td>
                <When at={backup.startedAt} />
                <div className={classes.quiet}>
                  {originWords[backup.origin]}
                  {backup.byName ? (
                    <>
                      , <bdi>{backup.byName}</bdi>
                    </>
                  ) : null}
                </div>
              </td>
              <td>
                <DotBadge tone={backup.problem ? "bad" : "good"}>
                  {backup.problem ? "Failed" : "Verified"}
                </DotBadge>
                <div className={classes.quiet}>
                  {backup.problem
                    ? backupProblemWords[backup.problem]
                    : backup.isEncrypted
                      ? "Encrypted"
                      : null}
                </div>
              </td>
              <td className={table.nowrap}>
                {backup.bytes === null ? "–" : sizeWords(backup.bytes)}
              </td>
              <td className={`${table.wide} ${classes.file}`}>{backup.fileName ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sizeWords(bytes: number): string {
  const [unit, size] = bytes >= 1e9 ? (["gigabyte", 1e9] as const) : (["megabyte", 1e6] as const);
  return new Intl.NumberFormat("en", {
    style: "unit",
    unit,
    maximumFractionDigits: 1,
  }).format(Math.max(bytes / size, 0.1));
}
