// A study and the registry: when it was looked at last and with what result, and the look that the owner
// takes by hand.
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ErrorNote } from "../../components/states";
import { When } from "../../components/when";
import { Working } from "../../components/working";
import { useTRPC } from "../../lib/trpc";
import { foundRecordId } from "./found-record";
import { Fact } from "./study-facts";
import classes from "./study-registry.module.css";
import type { RegistryView, StudyView } from "./study-types";

export function StudyRegistry({ study }: { study: StudyView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const studyId = study.id;
  const { data, error } = useQuery(trpc.studies.registry.get.queryOptions({ studyId }));
  const look = useMutation(
    trpc.studies.registry.check.mutationOptions({
      onSuccess: (seen) => {
        queryClient.setQueryData(trpc.studies.registry.get.queryKey({ studyId }), seen);
      },
    }),
  );
  const hours = data?.syncHours;
  return (
    <>
      <dl className={classes.facts}>
        <Fact name="Last changed">
          <When at={study.importedAt} />
        </Fact>
        <Fact name="Last checked">
          {data ? data.checkedAt ? <When at={data.checkedAt} /> : "Not yet" : null}
        </Fact>
        <Fact name="Automatic">
          {data ? (hours ? `Every ${hours === 1 ? "hour" : `${hours} hours`}` : "Off") : null}
        </Fact>
      </dl>
      {error && !data ? <ErrorNote error={error} /> : null}
      {data?.problem ? <Problem sentence={data.problem} mayImport={data.abilities.check} /> : null}
      {data?.abilities.check ? (
        <div className={classes.step}>
          {look.isPending ? (
            <Working words="Asking the registry" />
          ) : (
            <Button variant="default" onClick={() => look.mutate({ studyId })}>
              Check the registry now
            </Button>
          )}
          {look.error ? <ErrorNote error={look.error} /> : null}
          <p className={classes.result} role="status">
            {look.data && !look.isPending ? <Result seen={look.data} /> : null}
          </p>
        </div>
      ) : null}
    </>
  );
}

function Problem({ sentence, mayImport }: { sentence: string; mayImport: boolean }) {
  return (
    <p className={classes.problem}>
      The last look took nothing over. {sentence} What is stored stays as it is.{" "}
      {mayImport ? (
        <>
          If it stays so, download the study’s record on another machine and{" "}
          <Link to="/studies/import">import the file</Link>.
        </>
      ) : null}
    </p>
  );
}

function Result({ seen: { problem, found } }: { seen: RegistryView }) {
  if (problem) return null;
  if (!found) return "Nothing new: the registry has what is stored here.";
  return (
    <>
      The registry has another record. <a href={`#${foundRecordId}`}>See what differs</a>
    </>
  );
}
