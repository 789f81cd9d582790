// Which leads of a job stayed as they were, wholly or in part, each with its reason and a link.

import { Modal } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { NextPage } from "../../../components/next-page";
import { EmptyState, ErrorState, LoadingRows } from "../../../components/states";
import { leadName } from "../../../lib/lead-name";
import { useTRPC } from "../../../lib/trpc";
import { useFocusBack } from "../../../lib/use-focus-back";
import type { Job } from "./job-words";
import classes from "./selection.module.css";

export function JobRefusals({ job, onClose }: { job: Job; onClose: () => void }) {
  useFocusBack();
  const trpc = useTRPC();
  const refusals = useInfiniteQuery(
    trpc.bulk.refusals.infiniteQueryOptions(
      { jobId: job.id },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const rows = refusals.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      title="Leads that stayed as they were"
      size="lg"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {refusals.isPending ? <LoadingRows rows={4} /> : null}
      {refusals.isError ? (
        <ErrorState error={refusals.error} onRetry={() => void refusals.refetch()} />
      ) : null}
      {refusals.isSuccess && rows.length === 0 ? (
        <EmptyState title="None">Every lead was changed as a whole.</EmptyState>
      ) : null}
      <ul className={classes.refusals}>
        {rows.map((row) => (
          <li key={row.position} className={classes.refusal}>
            <Link to="/leads/$leadId" params={{ leadId: row.leadId }} onClick={onClose}>
              <bdi>{leadName(row)}</bdi>
            </Link>
            <span className={classes.number}>#{row.leadId}</span>
            <p>
              {row.isWhole ? null : <strong>In part. </strong>}
              {row.sentence}
            </p>
          </li>
        ))}
      </ul>
      <NextPage pages={refusals}>Show more</NextPage>
    </Modal>
  );
}
