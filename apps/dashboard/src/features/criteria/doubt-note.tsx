// What a person has to settle about a criterion before it is relied on: both statements, and the step that
// settles it.
import type { CriterionDoubt } from "@studydesk/domain/screening/criterion";
import type { ReactNode } from "react";
import classes from "./asked-criterion.module.css";

const titles: Readonly<Record<CriterionDoubt["kind"], string>> = {
  text_and_fields_disagree: "Two statements disagree.",
  bound_unclear: "A bound is unclear.",
  record_changed: "The registry changed it.",
};

export function DoubtNote({ doubt, children }: { doubt: CriterionDoubt; children?: ReactNode }) {
  return (
    <div className={classes.doubt} role="note">
      <strong>{titles[doubt.kind]}</strong> {doubt.sentence}
      {children}
    </div>
  );
}
