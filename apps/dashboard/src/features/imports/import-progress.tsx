// What the server is doing with the file right now, in numbers.
import { Button, Progress } from "@mantine/core";
import type { ImportView } from "./import-types";
import { many } from "./import-words";
import classes from "./imports.module.css";
import type { ImportDesk } from "./use-import";

export function ImportProgress({ found, desk }: { found: ImportView; desk: ImportDesk }) {
  const { state, rowsRead, rowsTotal } = found;
  const undone = found.leadsRemoved + found.leadsKept;
  const [done, of] = state === "undoing" ? [undone, found.leadsMade] : [rowsRead, rowsTotal];
  const share = of ? (done / of) * 100 : undefined;
  return (
    <section className={classes.part} aria-label="Progress">
      <h2 className={classes.title}>{headings[state] ?? ""}</h2>
      <p className={classes.number} role="status">
        {of ? `${done.toLocaleString("en")} of ${many(of, unitOf(state))}` : many(done, "row")}
      </p>
      <Progress
        aria-label="Done so far"
        value={share ?? 100}
        animated={share === undefined}
        size="lg"
      />
      {state === "importing" ? (
        <p className={classes.quiet}>
          {many(found.leadsMade, "lead")} so far, {many(found.rowsHere, "row")} already here,{" "}
          {many(found.rowsRejected, "row")} rejected. You may close this page, or go on working: it
          goes on by itself.
        </p>
      ) : null}
      <div className={classes.actions}>
        {state === "importing" ? (
          <Button variant="default" disabled={found.isStopping || desk.isBusy} onClick={desk.stop}>
            {found.isStopping ? "Stopping" : "Stop, and keep what came in"}
          </Button>
        ) : null}
        {state === "checking" ? (
          <Button variant="default" disabled={desk.isBusy} onClick={desk.reopen}>
            Back to the settings
          </Button>
        ) : null}
      </div>
    </section>
  );
}

const headings: Readonly<Partial<Record<ImportView["state"], string>>> = {
  checking: "Trying the whole file; nothing comes in yet",
  importing: "Leads are coming in",
  undoing: "Taking the import back",
};

function unitOf(state: ImportView["state"]): string {
  return state === "undoing" ? "lead" : "row";
}
