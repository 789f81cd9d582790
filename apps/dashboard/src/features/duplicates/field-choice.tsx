// One field of two leads: the same in both, or a choice between two radios.
import { type MergeField, mergeFieldLabels } from "@studydesk/domain/duplicates/merge-fields";
import type { LeadView } from "./duplicate-types";
import { fieldWords, nothingWords } from "./field-words";
import classes from "./pair-screen.module.css";

interface Props {
  field: MergeField;
  leads: readonly [LeadView, LeadView];
  isDiffering: boolean;
  /** Nobody's choice: what the person said, or the law. */
  isFixed: boolean;
  chosenId: number;
  onChoose: (leadId: number) => void;
  now: Date;
}

export function FieldChoice(props: Props) {
  const { field, leads, isDiffering, isFixed, chosenId, onChoose, now } = props;
  const label = mergeFieldLabels[field];
  const words = (lead: LeadView) => fieldWords(lead, field, now);
  if (!isDiffering) {
    const [one] = leads;
    return (
      <div className={classes.field}>
        <span className={classes.label}>{label}</span>
        <p className={classes.same}>
          <bdi>{words(one) ?? nothingWords[field] ?? "Not known"}</bdi>
          <span className={classes.both}>the same in both</span>
        </p>
      </div>
    );
  }
  return (
    <fieldset className={classes.field} data-differs="true">
      <legend>{label}</legend>
      {leads.map((lead) => (
        <label key={lead.id} className={classes.option} data-on={lead.id === chosenId}>
          <input
            type="radio"
            name={`merge-${field}`}
            checked={lead.id === chosenId}
            disabled={isFixed && lead.id !== chosenId}
            onChange={() => onChoose(lead.id)}
          />
          <span>
            <span className={classes.whose}>Lead {lead.id}: </span>
            {words(lead) === undefined ? (
              <span className={classes.nothing}>{nothingWords[field] ?? "Not known"}</span>
            ) : (
              <bdi>{words(lead)}</bdi>
            )}
            {isFixed && lead.id === chosenId ? (
              <span className={classes.quiet}>
                stays: what the person said, or what they take part in, is not chosen
              </span>
            ) : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
