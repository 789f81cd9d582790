// The owner's import: choose a registry file, see what would be stored, say which locations are sites
// here, confirm.
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorNote } from "../../components/states";
import { Working } from "../../components/working";
import { refusalOf } from "../../lib/error-sentence";
import { useMe } from "../../lib/me";
import { FilePicker } from "./file-picker";
import { ImportDone } from "./import-done";
import { ImportPreview } from "./import-preview";
import classes from "./import-screen.module.css";
import { sizeWords } from "./judge-file";
import { useImport } from "./use-import";

export function ImportScreen() {
  const me = useMe();
  return (
    <>
      <nav className={classes.crumb} aria-label="Back">
        <Link to="/studies">‹ All studies</Link>
      </nav>
      <ScreenHeader title="Import studies" />
      {me.abilities.canImportStudies ? (
        <Import />
      ) : (
        <EmptyState title="Only the owner imports studies">
          Studies belong to the whole installation. Ask its owner, and give them the study’s NCT
          number.
        </EmptyState>
      )}
    </>
  );
}

function Import() {
  const flow = useImport();
  const { file, refusal, plan, step, reading, importing } = flow;

  if (importing.data) return <ImportDone results={importing.data} onAnother={flow.startOver} />;
  return (
    <div className={classes.body}>
      {importing.isPending ? null : (
        <FilePicker isSmall={file !== undefined} onFiles={flow.choose}>
          {file ? (
            <>
              <strong>{file.name}</strong> <span>{sizeWords(file.size)}</span>
            </>
          ) : null}
        </FilePicker>
      )}
      {refusal ? (
        <p className={classes.refusal} role="alert">
          {refusal}
        </p>
      ) : null}
      {file && reading.isPending ? (
        <Working words={`Sending ${sizeWords(file.size)} and reading it`} />
      ) : null}
      {file && reading.error ? (
        <div className={classes.failed}>
          <ErrorNote error={reading.error} />
          {refusalOf(reading.error) ? null : (
            <Button variant="default" onClick={flow.readAgain}>
              Try this file again
            </Button>
          )}
        </div>
      ) : null}
      {plan && !reading.isPending ? (
        <ImportPreview
          plan={plan}
          step={importing.isPending ? step : undefined}
          error={importing.error}
          onChooseSite={flow.chooseSite}
          onConfirm={flow.confirm}
        />
      ) : null}
    </div>
  );
}
