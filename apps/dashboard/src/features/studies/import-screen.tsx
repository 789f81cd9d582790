// The owner's import: choose a registry file, see what would be stored, say which locations are sites
// here, confirm.
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorNote } from "../../components/states";
import { useMe } from "../../lib/me";
import { FilePicker } from "./file-picker";
import { ImportDone } from "./import-done";
import { ImportPreview } from "./import-preview";
import classes from "./import-screen.module.css";
import { sizeWords } from "./judge-file";
import { useImport } from "./use-import";
import { Working } from "./working";

export function ImportScreen() {
  const me = useMe();
  return (
    <>
      <nav className={classes.crumb} aria-label="Back">
        <Link to="/studies">Studies</Link>
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
  const { file, refusal, plan, step, reading, importing, choose, chooseSite, startOver } =
    useImport();

  if (importing.data) return <ImportDone results={importing.data} onAnother={startOver} />;
  return (
    <div className={classes.body}>
      {importing.isPending ? null : (
        <FilePicker isSmall={file !== undefined} onFiles={choose}>
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
          <Button variant="default" onClick={() => reading.mutate(file)}>
            Try this file again
          </Button>
        </div>
      ) : null}
      {plan && !reading.isPending ? (
        <ImportPreview
          plan={plan}
          step={importing.isPending ? step : undefined}
          error={importing.error}
          onChooseSite={chooseSite}
          onConfirm={() => importing.mutate(plan)}
        />
      ) : null}
    </div>
  );
}
