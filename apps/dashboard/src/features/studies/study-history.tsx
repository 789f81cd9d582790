// Every import that changed this study, newest first; each opens to what it changed.
import { UnstyledButton } from "@mantine/core";
import type { RecordSource } from "@studydesk/domain/studies/study-change";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNote, LoadingRows } from "../../components/states";
import { When } from "../../components/when";
import { useTRPC } from "../../lib/trpc";
import { ChangeList } from "./change-list";
import classes from "./study-history.module.css";
import type { RevisionRow } from "./study-types";

export function StudyHistory({ studyId }: { studyId: number }) {
  const trpc = useTRPC();
  const pages = useInfiniteQuery(
    trpc.studies.registry.revisions.infiniteQueryOptions(
      { studyId },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const rows = pages.data?.pages.flatMap((page) => page.rows);
  if (!rows) return pages.error ? <ErrorNote error={pages.error} /> : <LoadingRows rows={1} />;
  if (rows.length === 0) {
    return (
      <p className={classes.none}>
        Nothing since the study came in. The next import that changes something stands here.
      </p>
    );
  }
  return (
    <>
      <ul className={classes.revisions}>
        {rows.map((revision) => (
          <li key={revision.id}>
            <Revision revision={revision} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage ? (
        <UnstyledButton
          className={classes.more}
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show earlier ones
        </UnstyledButton>
      ) : null}
    </>
  );
}

const sources: Readonly<Record<RecordSource, string>> = {
  file: "from a file",
  registry: "from the registry",
};

/** Who it was when nobody was signed in. */
const nobody: Readonly<Record<RecordSource, string>> = {
  file: "The command line",
  registry: "Studydesk by itself",
};

function Revision({ revision }: { revision: RevisionRow }) {
  const [isOpen, setOpen] = useState(false);
  const { at, byName, source, criteriaVersion, titles, count } = revision;
  const more = count - titles.length;
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>
        <span className={classes.titles}>
          {titles.join(" · ")}
          {more > 0 ? ` · and ${more} more` : ""}
        </span>
        <span className={classes.line}>
          <When at={at} /> · {byName ?? nobody[source]}, {sources[source]}
          {criteriaVersion === null ? "" : ` · made criteria version ${criteriaVersion}`}
        </span>
      </summary>
      {isOpen ? <RevisionChanges revisionId={revision.id} /> : null}
    </details>
  );
}

function RevisionChanges({ revisionId }: { revisionId: number }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.studies.registry.revision.queryOptions({ revisionId }));
  if (data) {
    return (
      <div className={classes.changes}>
        <ChangeList changes={data.changes} />
      </div>
    );
  }
  return error ? <ErrorNote error={error} /> : <LoadingRows rows={2} />;
}
