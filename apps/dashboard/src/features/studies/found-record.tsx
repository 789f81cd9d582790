// A record that the registry has and this desk has not: what differs, before anything is stored, and the
// one button that stores exactly that.
import { Button } from "@mantine/core";
import { countedChanges } from "@studydesk/domain/studies/study-change";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ErrorNote } from "../../components/states";
import { Working } from "../../components/working";
import { isStale } from "../../lib/error-sentence";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import { ChangeList } from "./change-list";
import classes from "./found-record.module.css";
import { OlderNote } from "./older-note";
import type { RegistryView } from "./study-types";

/** Where the result of a look leads to. */
export const foundRecordId = "found-record";

export function FoundRecord({ studyId }: { studyId: number }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.studies.registry.get.queryOptions({ studyId }));
  return data?.found ? <Found studyId={studyId} found={data.found} /> : null;
}

function Found(props: { studyId: number; found: NonNullable<RegistryView["found"]> }) {
  const { studyId } = props;
  const { changes, olderThan, sha256 } = props.found;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const reload = () => queryClient.invalidateQueries(trpc.studies.pathFilter());
  const taking = useMutation(
    trpc.studies.registry.takeOver.mutationOptions({
      onSuccess: ({ criteriaVersion }) => {
        showToast(
          criteriaVersion === null
            ? "Taken over. The public page shows it now."
            : `Taken over. The public page shows it now; its criteria wait as version ${criteriaVersion}, a draft, until somebody publishes them.`,
        );
        return reload();
      },
      onError: (error) => (isStale(error) ? reload() : undefined),
    }),
  );
  return (
    <section className={classes.found} id={foundRecordId} tabIndex={-1}>
      <h2 className={classes.title}>
        The registry has another record <span>· {countedChanges(changes.length)}</span>
      </h2>
      {olderThan === null ? null : <OlderNote olderThan={olderThan} />}
      <p className={classes.none}>
        Nothing is stored yet. What this desk wrote for the page stays as it is.
      </p>
      <ChangeList changes={changes} />
      <div className={classes.confirm}>
        {taking.error ? <ErrorNote error={taking.error} /> : null}
        {taking.isPending ? (
          <Working words="Storing" />
        ) : (
          <Button onClick={() => taking.mutate({ studyId, sha256 })}>
            Take over {countedChanges(changes.length)}
          </Button>
        )}
      </div>
    </section>
  );
}
