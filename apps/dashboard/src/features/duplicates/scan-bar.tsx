// Looking through all leads of a site: begun here, and how far it is in numbers, whoever began it.
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { When } from "../../components/when";
import { errorSentence } from "../../lib/error-sentence";
import { useMe } from "../../lib/me";
import { showToast } from "../../lib/toasts";
import { useTRPC } from "../../lib/trpc";
import type { ScanView } from "./duplicate-types";
import classes from "./scan-bar.module.css";

export function ScanBar() {
  const me = useMe();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const scans = useQuery(
    trpc.duplicates.scans.queryOptions(undefined, {
      // Events tell of each step; this is for when none comes through.
      refetchInterval: ({ state }) =>
        state.data?.some(({ status }) => status === "running") ? 5000 : false,
    }),
  );
  const answered = {
    onSuccess: (data: ScanView[]) =>
      queryClient.setQueryData(trpc.duplicates.scans.queryKey(), data),
    onError: (error: unknown) => showToast(errorSentence(error), { tone: "bad" }),
  };
  const start = useMutation(trpc.duplicates.startScan.mutationOptions(answered));
  const stop = useMutation(trpc.duplicates.stopScan.mutationOptions(answered));
  const sites = me.sites.filter(({ roles }) =>
    roles.some((role) => role === "coordinator" || role === "admin"),
  );
  const [chosen, setChosen] = useState<number>();
  const siteId = chosen ?? sites[0]?.id;
  if (siteId === undefined) return null;
  const scan = scans.data?.find((each) => each.siteId === siteId);
  const isRunning = scan?.status === "running";
  return (
    <div className={classes.bar}>
      {sites.length > 1 ? (
        <label className={classes.site}>
          <span>Site</span>
          <select value={siteId} onChange={(event) => setChosen(Number(event.target.value))}>
            {sites.map((site) => (
              <option key={site.id} value={site.id}>
                {site.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {isRunning ? (
        <Button size="compact-sm" variant="default" onClick={() => stop.mutate({ siteId })}>
          Stop
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          loading={start.isPending}
          onClick={() => start.mutate({ siteId })}
        >
          Look through all leads
        </Button>
      )}
      <p className={classes.words} role="status">
        {scan ? <ScanWords scan={scan} /> : "New and changed leads are looked at by themselves."}
      </p>
    </div>
  );
}

function ScanWords({ scan }: { scan: ScanView }) {
  const { looked, total, found, status, startedAt, endedAt } = scan;
  const pairs = `${found.toLocaleString("en")} new ${found === 1 ? "pair" : "pairs"}`;
  if (status === "running") {
    return (
      <>
        {looked.toLocaleString("en")} of {total.toLocaleString("en")} leads looked at · {pairs}
        <progress className={classes.progress} value={looked} max={Math.max(1, total)}>
          {looked} of {total}
        </progress>
      </>
    );
  }
  return (
    <>
      {status === "done" ? "Looked through" : "Stopped after"} {looked.toLocaleString("en")} leads{" "}
      <When at={endedAt ?? startedAt} /> · {pairs}
    </>
  );
}
