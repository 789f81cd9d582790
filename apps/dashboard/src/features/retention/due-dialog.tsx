// The dry run: who would be erased, by number, status and day, and nothing about a person. Whoever is due today can be
// erased from here, after typing how many that is.
import { Button, Modal, TextInput } from "@mantine/core";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { aheadDays } from "@studydesk/domain/retention/retention-rule";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import dialog from "../../components/dialog-form.module.css";
import { NextPage } from "../../components/next-page";
import { ErrorNote, LoadingRows } from "../../components/states";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import { useFocusBack } from "../../lib/use-focus-back";
import type { RetentionOfSite } from "./site-retention";
import classes from "./study-retention.module.css";

interface Props {
  site: RetentionOfSite;
  dueCount: number;
  isUnderWay: boolean;
  onClose: () => void;
}

export function DueDialog({ site, dueCount, isUnderWay, onClose }: Props) {
  useFocusBack();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState("");
  const due = useInfiniteQuery(
    trpc.retention.due.infiniteQueryOptions(
      { studySiteId: site.studySiteId },
      { getNextPageParam: ({ nextCursor }) => nextCursor, gcTime: 0 },
    ),
  );
  const running = useMutation(
    trpc.retention.run.mutationOptions({
      onSuccess: () => {
        showToast("The erasing has begun. How far it is stands on the study’s page.");
        onClose();
      },
      onSettled: () => queryClient.invalidateQueries(trpc.retention.pathFilter()),
    }),
  );
  const isRight = dueCount > 0 && typed.trim() === String(dueCount);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (isRight) running.mutate({ studySiteId: site.studySiteId, typedCount: dueCount });
  }
  const rows = due.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Due at ${site.siteName} within ${aheadDays} days`}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form className={dialog.form} onSubmit={submit}>
        {due.error ? <ErrorNote error={due.error} /> : null}
        {due.isPending ? <LoadingRows rows={4} height={24} /> : null}
        <div className={classes.due}>
          <table>
            <thead>
              <tr>
                <th scope="col">Lead</th>
                <th scope="col">Status</th>
                <th scope="col">By hand from</th>
                <th scope="col">By itself from</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ leadId, status, from, byClockFrom }) => (
                <tr key={leadId}>
                  <td>
                    <Link to="/leads/$leadId" params={{ leadId }}>
                      {leadId}
                    </Link>
                  </td>
                  <td>{leadStatusLabels[status]}</td>
                  <td>{from.slice(0, 10)}</td>
                  <td>{byClockFrom.slice(0, 10)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <NextPage pages={due}>Show more</NextPage>
        {dueCount > 0 && !isUnderWay ? (
          <>
            <p>
              <strong>Nobody can undo this.</strong> Their names, contacts and words go for good;
              counts and dates stay. The list is judged anew while it is worked on.
            </p>
            <TextInput
              label={`Type ${dueCount} to erase those who are due today`}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={({ currentTarget: { value } }) => setTyped(value)}
            />
          </>
        ) : (
          <p className={classes.quiet}>
            {isUnderWay ? "People are being erased at this moment." : "Nobody is due today."}
          </p>
        )}
        {running.error ? <ErrorNote error={running.error} /> : null}
        <div className={dialog.buttons}>
          <Button variant="default" onClick={onClose} data-autofocus>
            Close
          </Button>
          {dueCount > 0 && !isUnderWay ? (
            <Button
              type="submit"
              color="var(--bad)"
              {...(isRight ? { c: "var(--card)" } : {})}
              disabled={!isRight}
              loading={running.isPending}
            >
              Erase {dueCount} for good
            </Button>
          ) : null}
        </div>
      </form>
    </Modal>
  );
}
