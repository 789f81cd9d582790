// One import: its settings, its trial run, its progress, its result. Which of them is shown depends on the
// server's word alone, so that a reload or another window shows the same.
import { Link } from "@tanstack/react-router";
import { ScreenHeader } from "../../components/screen-header";
import { ErrorNote, ErrorState, LoadingRows } from "../../components/states";
import { When } from "../../components/when";
import { ImportProgress } from "./import-progress";
import { ImportResult } from "./import-result";
import type { ImportView } from "./import-types";
import { sizeWords } from "./import-words";
import classes from "./imports.module.css";
import { SetUpImport } from "./set-up-import";
import { TrialResult } from "./trial-result";
import { type ImportDesk, useImport } from "./use-import";

export function ImportScreen({ importId }: { importId: number }) {
  const desk = useImport(importId);
  const { data, error, refetch } = desk.query;
  return (
    <>
      <nav className={classes.crumb} aria-label="Back">
        <Link to="/imports">‹ All imports</Link>
      </nav>
      <ScreenHeader
        title={data?.fileName ?? "Import"}
        step={data?.state}
        detail={
          data ? (
            <>
              {sizeWords(data.fileBytes)} · {data.byName}, <When at={data.createdAt} />
              {data.siteName ? ` · ${data.siteName}` : ""}
            </>
          ) : undefined
        }
      />
      {data ? (
        <div className={classes.body}>
          {desk.error ? <ErrorNote error={desk.error} /> : null}
          <State found={data} desk={desk} />
        </div>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingRows rows={6} />
      )}
    </>
  );
}

function State({ found, desk }: { found: ImportView; desk: ImportDesk }) {
  switch (found.state) {
    case "uploaded":
      return <SetUpImport found={found} desk={desk} />;
    case "checked":
      return <TrialResult found={found} desk={desk} />;
    case "checking":
    case "importing":
    case "undoing":
      return <ImportProgress found={found} desk={desk} />;
    case "done":
    case "cancelled":
    case "failed":
    case "undone":
      return <ImportResult found={found} desk={desk} />;
  }
}
