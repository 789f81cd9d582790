// How an import ended, what of it can be had, and taking it back.
import { Button } from "@mantine/core";
import { importProblemSentences } from "@studydesk/domain/imports/import-state";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { When } from "../../components/when";
import { useTRPC } from "../../lib/trpc";
import type { ImportView } from "./import-types";
import { many, stateWords } from "./import-words";
import classes from "./imports.module.css";
import type { ImportDesk } from "./use-import";

export function ImportResult({ found, desk }: { found: ImportView; desk: ImportDesk }) {
  const { state, leadsMade, rowsHere, rowsRejected, problem } = found;
  return (
    <>
      <section className={classes.part} aria-labelledby="result">
        <h2 className={classes.title} id="result">
          {state === "done" ? `${many(leadsMade, "lead")} came in` : stateWords[state]}
        </h2>
        {problem ? <p className={classes.notice}>{importProblemSentences[problem]}</p> : null}
        {state === "undone" ? <Undone found={found} /> : <Counts found={found} />}
        {found.hasRejects ? (
          <p className={classes.quiet}>
            {many(rowsHere + rowsRejected, "row")} not taken, each with its reason. They may be
            people who are no leads, so they are deleted seven days after the import.
          </p>
        ) : null}
        <div className={classes.actions}>
          {leadsMade > 0 && state !== "undone" ? (
            <Button
              renderRoot={(props) => (
                <Link to="/inbox" search={{ view: "all", sources: ["import"] }} {...props} />
              )}
            >
              See the leads
            </Button>
          ) : null}
          {found.hasRejects ? (
            <Button
              variant="default"
              component="a"
              href={`/api/imports/${found.id}/rejected`}
              download
            >
              Download the rows that were not taken
            </Button>
          ) : null}
          {found.undoUntil ? (
            <Button variant="default" disabled={desk.isBusy} onClick={desk.takeBack}>
              Take the whole import back
            </Button>
          ) : null}
          <Button variant="subtle" renderRoot={(props) => <Link to="/imports" {...props} />}>
            Bring another file
          </Button>
        </div>
        {found.undoUntil ? (
          <p className={classes.quiet}>
            It can be taken back until <When at={found.undoUntil} style="planned" />. Leads that
            somebody has worked on since stay.
          </p>
        ) : null}
      </section>
      {found.leadsKept > 0 ? <Kept importId={found.id} /> : null}
    </>
  );
}

function Counts({ found }: { found: ImportView }) {
  return (
    <ul className={classes.counts}>
      <li>
        <strong>{found.leadsMade.toLocaleString("en")}</strong> came in
      </li>
      <li>
        <strong>{found.rowsHere.toLocaleString("en")}</strong> already here
      </li>
      <li>
        <strong>{found.rowsRejected.toLocaleString("en")}</strong> rejected
      </li>
    </ul>
  );
}

function Undone({ found }: { found: ImportView }) {
  return (
    <p>
      {found.undoneByName ?? "Somebody"} took it back
      {found.undoneAt ? (
        <>
          {" "}
          <When at={found.undoneAt} />
        </>
      ) : null}
      : {many(found.leadsRemoved, "lead")} removed
      {found.leadsKept > 0
        ? `, ${found.leadsKept.toLocaleString("en")} kept because somebody had worked on them.`
        : ". The file can be brought again."}
    </p>
  );
}

function Kept({ importId }: { importId: number }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.imports.leads.queryOptions({ importId }));
  return (
    <section className={classes.part} aria-labelledby="kept">
      <h2 className={classes.title} id="kept">
        Kept, because somebody had worked on them
      </h2>
      <ul className={classes.kept}>
        {data?.map(({ id, name, status }) => (
          <li key={id}>
            <Link to="/leads/$leadId" params={{ leadId: id }}>
              {name || `Lead ${id}`}
            </Link>{" "}
            <span className={classes.quiet}>
              #{id} · {leadStatusLabels[status]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
