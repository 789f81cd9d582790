// What the last restore did, and the databases that restores left on the server's disk: whoever was erased since lies on
// in them, so each says until when it is of use.
import { lostWords } from "@studydesk/domain/audit/restored-row";
import { When } from "../../components/when";
import { dateWords } from "../../lib/time-words";
import type { RouterOutputs } from "../../lib/trpc";
import { useNow } from "../../lib/use-now";
import classes from "./backups.module.css";

type State = Pick<RouterOutputs["backups"]["read"], "restored" | "replaced">;

export function ReplacedDatabases({ restored, replaced }: State) {
  const now = useNow();
  return (
    <>
      {restored ? (
        <p className={classes.quiet}>
          An older database was put back <When at={restored.at} />. {lostWords(restored)}
        </p>
      ) : null}
      {replaced.length > 0 ? (
        <>
          <p className={replaced.some(({ isOverdue }) => isOverdue) ? classes.bad : classes.note}>
            What a restore replaced still lies in the server’s data folder, with everybody in it who
            was erased since. Once nobody wants to go back, whoever runs the server deletes the file
            and the one of its name with .json:
          </p>
          <ul className={classes.replaced}>
            {replaced.map(({ fileName, at, deleteBy, isOverdue }) => (
              <li key={fileName}>
                <span className={classes.file}>{fileName}</span>, there since {dateWords(at, now)},{" "}
                {isOverdue ? "to be deleted now" : `to be deleted by ${dateWords(deleteBy, now)}`}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
