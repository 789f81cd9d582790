// One field of the form: its name, a hint, what is wrong with it, and the control they all describe.
import type {
  SubmissionField,
  SubmissionProblem,
} from "@studydesk/domain/submissions/submission-rules";
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
  autoComplete: "given-name" | "family-name" | "email" | "tel" | "off";
  inputMode?: "numeric";
  hint?: string;
  isOptional?: boolean;
}

/** A line of text, needed unless it says otherwise. */
export function TextField({ value, type, autoComplete, inputMode, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      <input
        {...describeField(field.field, field.problem, field.hint)}
        type={type}
        autoComplete={autoComplete}
        inputMode={inputMode}
        defaultValue={value}
        dir="auto"
        required={!field.isOptional}
        {...(type === "text" ? {} : { spellCheck: false })}
      />
    </Field>
  );
}
