// How the file is to be read: its letters and signs, whose desk it goes to, what its columns hold, and on
// what consent the people in it may be called. The first rows stand below, as they would be read.
import { Button, Select } from "@mantine/core";
import { importProblemSentences } from "@studydesk/domain/imports/import-state";
import {
  delimiterLabels,
  delimiters,
  textEncodingLabels,
  textEncodings,
} from "@studydesk/domain/imports/text-encoding";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { useTRPC } from "../../lib/trpc";
import type { ImportView } from "./import-types";
import classes from "./imports.module.css";
import { PlanForm } from "./plan-form";
import type { ImportDesk } from "./use-import";

export function SetUpImport({ found, desk }: { found: ImportView; desk: ImportDesk }) {
  const trpc = useTRPC();
  const [reading, setReading] = useState({
    encoding: found.encoding,
    delimiter: found.delimiter,
    hasHeader: found.plan?.hasHeader ?? true,
  });
  const preview = useQuery(
    trpc.imports.preview.queryOptions({ importId: found.id, ...reading }, { staleTime: Infinity }),
  );
  const targets = useQuery(trpc.imports.targets.queryOptions());
  const error = preview.error ?? targets.error;
  if (targets.data?.length === 0) return <NoTarget desk={desk} />;
  return (
    <>
      {found.problem ? (
        <p className={classes.notice}>{importProblemSentences[found.problem]}</p>
      ) : null}
      <section className={classes.part} aria-labelledby="reading">
        <h2 className={classes.title} id="reading">
          How the file is written
        </h2>
        <div className={classes.fields}>
          <Select
            label="Letters"
            allowDeselect={false}
            data={textEncodings.map((value) => ({ value, label: textEncodingLabels[value] }))}
            value={reading.encoding}
            onChange={(encoding) => encoding && setReading({ ...reading, encoding })}
          />
          <Select
            label="Between the cells"
            allowDeselect={false}
            data={delimiters.map((value) => ({ value, label: delimiterLabels[value] }))}
            value={reading.delimiter}
            onChange={(delimiter) => delimiter && setReading({ ...reading, delimiter })}
          />
          <Select
            label="First row"
            allowDeselect={false}
            data={[
              { value: "names", label: "Names of the columns" },
              { value: "person", label: "The first person" },
            ]}
            value={reading.hasHeader ? "names" : "person"}
            onChange={(first) => setReading({ ...reading, hasHeader: first === "names" })}
          />
        </div>
      </section>
      {preview.data && targets.data ? (
        <PlanForm
          key={JSON.stringify(reading)}
          found={found}
          reading={reading}
          preview={preview.data}
          targets={targets.data}
          desk={desk}
        />
      ) : error ? (
        <ErrorState
          error={error}
          onRetry={() => {
            void preview.refetch();
            void targets.refetch();
          }}
        />
      ) : (
        <LoadingRows rows={6} />
      )}
    </>
  );
}

function NoTarget({ desk }: { desk: ImportDesk }) {
  return (
    <EmptyState
      title="Your site takes part in no study yet"
      action={
        <Button variant="default" disabled={desk.isBusy} onClick={desk.forget}>
          Delete the file
        </Button>
      }
    >
      Leads belong to a study at a site. Ask the owner to link your site to the study, then come
      back: the file waits for seven days.
    </EmptyState>
  );
}
