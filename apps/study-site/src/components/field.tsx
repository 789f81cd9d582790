// One field of the form: its name, a hint, what is wrong with it, and the control they all describe.
import type { SubmissionField, SubmissionProblem } from "@studydesk/domain/leads/submission-input";
import type { ReactNode } from "react";
import type { Texts } from "../texts/texts";

export interface FieldProps {
  t: Texts;
  field: SubmissionField;
  problem: SubmissionProblem | undefined;
}

/** Ties a control to its hint and its problem for those who hear the page. */
export function describeField(
  field: SubmissionField,
  problem: SubmissionProblem | undefined,
  hint?: string,
) {
  const describedBy = [hint && `${field}-hint`, problem && `${field}-problem`].filter(Boolean);
  return {
    id: field,
    name: field,
    ...(problem ? { "aria-invalid": true } : {}),
    ...(describedBy.length > 0 ? { "aria-describedby": describedBy.join(" ") } : {}),
  };
}

export function Problem({ t, field, problem }: FieldProps) {
  if (!problem) return null;
  return (
    <p className="wrong" id={`${field}-problem`}>
      {t.form.problem(field, problem)}
    </p>
  );
}

export function Field(
  props: FieldProps & { hint?: string; isOptional?: boolean; children: ReactNode },
) {
  const { t, field, hint } = props;
  return (
    <div className={props.problem ? "field has-problem" : "field"}>
      <label htmlFor={field}>
        {t.form.fieldNames[field]}
        {props.isOptional && <span className="quiet"> ({t.form.optional})</span>}
      </label>
      {hint && (
        <p className="hint" id={`${field}-hint`}>
          {hint}
        </p>
      )}
      <Problem {...props} />
      {props.children}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  value: string;
  type: "text" | "email" | "tel";
  autoComplete: "given-name" | "family-name" | "email" | "tel";
  hint?: string;
}

/** A needed line of text. */
export function TextField({ value, type, autoComplete, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      <input
        {...describeField(field.field, field.problem, field.hint)}
        type={type}
        autoComplete={autoComplete}
        defaultValue={value}
        dir="auto"
        required
        {...(type === "text" ? {} : { spellCheck: false })}
      />
    </Field>
  );
}
