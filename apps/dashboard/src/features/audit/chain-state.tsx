// Whether the trail is whole: what the last check found, how far one is that is under way, and where the trail's end
// is kept besides the database.
import { Button } from "@mantine/core";
import { lostWords } from "@studydesk/domain/audit/restored-row";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ErrorNote } from "../../components/states";
import { When } from "../../components/when";
import { type RouterOutputs, useTRPC } from "../../lib/trpc";
import classes from "./audit.module.css";

type State = RouterOutputs["audit"]["state"];

/** While a check is under way. */
const askEveryMs = 1_000;

export function ChainState() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const state = useQuery(
    trpc.audit.state.queryOptions(undefined, {
      refetchInterval: ({ state: { data } }) => (isUnderWay(data) ? askEveryMs : false),
    }),
  );
  const check = useMutation(
    trpc.audit.check.mutationOptions({
      onSuccess: (data) => client.setQueryData(trpc.audit.state.queryKey(), data),
    }),
  );
  const { data } = state;
  return (
    <div className={classes.chain} data-tone={data?.warning ? "bad" : undefined}>
      <p className={classes.chainWords} role="status">
        {data ? <StateWords state={data} /> : "\u00a0"}
      </p>
      <Button
        size="compact-md"
        variant="default"
        disabled={!data || isUnderWay(data)}
        loading={check.isPending}
        onClick={() => check.mutate()}
      >
        Verify now
      </Button>
      {check.error || state.error ? <ErrorNote error={check.error ?? state.error} /> : null}
    </div>
  );
}

function isUnderWay(state: State | undefined): boolean {
  return state?.check != null && state.check.endedAt === null;
}

function StateWords({
  state: { check, warning, restored, anchoredAt, isAnchoringFailing },
}: {
  state: State;
}) {
  const anchored = isAnchoringFailing ? (
    <> Its end could not be kept outside the database; the server’s log says why.</>
  ) : anchoredAt ? (
    <>
      {" "}
      Its end was kept outside the database <When at={anchoredAt} />.
    </>
  ) : null;
  const putBack = restored ? (
    <>
      {" "}
      An older database was put back <When at={restored.at} /> (row{" "}
      {restored.sequence.toLocaleString("en")}). {lostWords(restored)}
    </>
  ) : null;
  if (check && check.endedAt === null) {
    return (
      <>
        Verifying: {check.checked.toLocaleString("en")} of {check.total.toLocaleString("en")} rows.
      </>
    );
  }
  if (warning) {
    return (
      <>
        <strong>The trail does not hold. {warning}</strong>
        {putBack}
      </>
    );
  }
  if (!check?.endedAt) {
    return (
      <>
        Nobody has verified the trail yet.{putBack}
        {anchored}
      </>
    );
  }
  return (
    <>
      Verified up to row {check.checked.toLocaleString("en")}, <When at={check.endedAt} />.{putBack}
      {anchored}
    </>
  );
}
