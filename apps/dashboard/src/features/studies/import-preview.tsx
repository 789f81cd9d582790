// What would be stored, study by study, and the one button that does it.
import { Button, Progress } from "@mantine/core";
import { ErrorNote } from "../../components/states";
import { Working } from "../../components/working";
import classes from "./import-preview.module.css";
import { PlannedStudySection } from "./planned-study";
import type { ImportPlan } from "./read-import";
import { countLinks, type ImportStep } from "./run-import";

interface Props {
  plan: ImportPlan;
  /** Undefined: not confirmed yet. */
  step: ImportStep | undefined;
  error: Error | null;
  onChooseSite: (nctId: string, index: number, siteId: number | undefined) => void;
  onConfirm: () => void;
}

export function ImportPreview({ plan, step, error, onChooseSite, onConfirm }: Props) {
  const confirmWords = confirmation(plan);
  return (
    <>
      <h2 className={classes.title}>
        {plan.studies.length === 1
          ? "One study in the file"
          : `${plan.studies.length} studies in the file`}
      </h2>
      <div>
        {plan.studies.map((planned) => (
          <PlannedStudySection
            key={planned.study.nctId}
            planned={planned}
            sites={plan.sites}
            startsOpen={plan.studies.length === 1}
            isLocked={step !== undefined}
            onChooseSite={(index, siteId) => onChooseSite(planned.study.nctId, index, siteId)}
          />
        ))}
      </div>
      <div className={classes.confirm}>
        {error ? <ErrorNote error={error} /> : null}
        {step ? <Steps step={step} count={plan.studies.length} /> : null}
        {!step && confirmWords ? <Button onClick={onConfirm}>{confirmWords}</Button> : null}
        {!step && !confirmWords ? (
          <p role="status">
            There is nothing to do: what is stored is the same as the file. Choose a site for a
            location, or another file.
          </p>
        ) : null}
      </div>
    </>
  );
}

function Steps({ step, count }: { step: ImportStep; count: number }) {
  if (step.name === "storing") return <Working words={`Storing ${studyCount(count)}`} />;
  return (
    <div className={classes.linking}>
      <Working words={`Stored. Linking site ${step.done + 1} of ${step.of}`} />
      <Progress value={(100 * step.done) / step.of} aria-label="Sites linked" />
    </div>
  );
}

/** What confirming does, in its own words; undefined when it would do nothing. */
function confirmation(plan: ImportPlan): string | undefined {
  const stored = plan.studies.filter(({ effect }) => effect !== "unchanged").length;
  const links = countLinks(plan);
  const linked = `link ${links === 1 ? "1 site" : `${links} sites`}`;
  if (stored === 0) return links === 0 ? undefined : `L${linked.slice(1)}`;
  return `Import ${studyCount(stored)}${links === 0 ? "" : ` and ${linked}`}`;
}

function studyCount(count: number): string {
  return count === 1 ? "1 study" : `${count} studies`;
}
