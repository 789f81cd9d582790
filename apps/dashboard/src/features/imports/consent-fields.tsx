// On what consent the people in the file may be called: nobody comes in without one.
import { Textarea, TextInput } from "@mantine/core";
import classes from "./imports.module.css";
import type { PlanDraft } from "./plan-draft";

interface Props {
  consent: PlanDraft["consent"];
  onConsent: (consent: PlanDraft["consent"]) => void;
}

export function ConsentFields({ consent, onConsent }: Props) {
  const isDeclared = consent.kind === "declared";
  return (
    <section className={classes.part} aria-labelledby="consent">
      <h2 className={classes.title} id="consent">
        Their consent to be contacted
      </h2>
      <p className={classes.quiet}>
        {isDeclared
          ? "No column of this file holds a consent, so you declare it for every row. Your name stands beside it."
          : "Read from the consent column, row by row; a row without one is rejected."}
      </p>
      <div className={classes.fields}>
        <Textarea
          label="Where they agreed"
          description="Such as: paper list of the open day. No names of people."
          autosize
          minRows={1}
          maxLength={300}
          value={consent.where}
          onChange={(event) => onConsent({ ...consent, where: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={isDeclared ? "On which day" : "Day for rows that only say yes"}
          description={
            isDeclared
              ? "The last day on which one of them agreed."
              : "Where the row does not say when it came in."
          }
          max={new Date().toISOString().slice(0, 10)}
          value={consent.on}
          onChange={(event) => onConsent({ ...consent, on: event.currentTarget.value })}
        />
      </div>
    </section>
  );
}
