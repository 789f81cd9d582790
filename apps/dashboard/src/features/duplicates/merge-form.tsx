// Which lead goes on and which value of each field, chosen field by field; what comes of it stands below
// before anything is done.
import { Button } from "@mantine/core";
import { type MergeField, mergeFields } from "@studydesk/domain/duplicates/merge-fields";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { KeyHint } from "../../components/key-hint";
import { When } from "../../components/when";
import { useKeys } from "../../lib/keys/use-keys";
import { leadName } from "../../lib/lead-name";
import { useNow } from "../../lib/use-now";
import type { Comparison, LeadView } from "./duplicate-types";
import { FieldChoice } from "./field-choice";
import { LeadColumn } from "./lead-column";
import { MergePreview } from "./merge-preview";
import classes from "./pair-screen.module.css";
import { useDecidePair } from "./use-decide-pair";

interface Props {
  pair: Comparison;
  onDone: () => void;
}

export function MergeForm({ pair, onDone }: Props) {
  const now = useNow();
  const [keptId, setKeptId] = useState(pair.proposedKeptId);
  const [picked, setPicked] = useState<Partial<Record<MergeField, number>>>({});
  const { merge, sayDifferent, isUnderWay } = useDecidePair();
  const [one, other] = pair.leads;
  const [kept, rests] = one.id === keptId ? [one, other] : [other, one];
  const choice = pair.choices.find((each) => each.keptId === keptId) ?? pair.choices[0];

  /** Which lead the value of the field comes from. */
  function from(field: MergeField): number {
    if (choice.mustTake.includes(field)) return rests.id;
    if (choice.mustKeep.includes(field)) return kept.id;
    return picked[field] ?? (choice.take.includes(field) ? rests.id : kept.id);
  }
  const take = pair.differing.filter((field) => from(field) === rests.id);

  async function run() {
    if (!pair.mayMerge || isUnderWay) return;
    const isDone = await merge({
      ...{ keptId: kept.id, keptVersion: kept.version },
      ...{ otherId: rests.id, otherVersion: rests.version, take },
    });
    if (isDone) onDone();
  }
  async function different() {
    if (isUnderWay) return;
    if (await sayDifferent({ leadA: one.id, leadB: other.id })) onDone();
  }
  useKeys("Two leads", [
    { keys: "m", name: "Merge them", run: () => void run() },
    { keys: "d", name: "Not the same person", run: () => void different() },
  ]);

  return (
    <>
      <div className={classes.body}>
        <fieldset className={classes.field} data-head="true">
          <legend>Goes on</legend>
          {pair.leads.map((lead) => (
            <label key={lead.id} className={classes.option} data-on={lead.id === keptId}>
              <input
                type="radio"
                name="kept"
                checked={lead.id === keptId}
                onChange={() => setKeptId(lead.id)}
              />
              <span>
                <strong>Lead {lead.id}</strong> <bdi>{leadName(lead)}</bdi>
                <span className={classes.quiet}>
                  came <When at={lead.createdAt} /> · {attemptWords(lead)}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        {mergeFields.map((field) => (
          <FieldChoice
            key={field}
            field={field}
            leads={pair.leads}
            isDiffering={pair.differing.includes(field)}
            isFixed={choice.mustTake.includes(field) || choice.mustKeep.includes(field)}
            chosenId={from(field)}
            onChoose={(leadId) => setPicked((before) => ({ ...before, [field]: leadId }))}
            now={now}
          />
        ))}
        <section className={classes.field} aria-label="What they wrote">
          <h2 className={classes.label}>Messages</h2>
          {pair.leads.map((lead) => (
            <LeadColumn key={lead.id} lead={lead} />
          ))}
        </section>
        <p className={classes.open}>
          Open{" "}
          {pair.leads.map((lead, index) => (
            <span key={lead.id}>
              {index === 0 ? "" : " or "}
              <Link to="/leads/$leadId" params={{ leadId: lead.id }}>
                lead {lead.id}
              </Link>
            </span>
          ))}{" "}
          with its whole timeline.
        </p>
      </div>
      <footer className={classes.foot}>
        <MergePreview kept={kept} rests={rests} take={take} now={now} />
        {pair.mayMerge ? null : (
          <p role="alert">
            Both have begun to take part in the study, and the law keeps the records of each. They
            stay two leads.
          </p>
        )}
        <div className={classes.buttons}>
          <Button
            onClick={() => void run()}
            disabled={!pair.mayMerge}
            loading={isUnderWay}
            rightSection={<KeyHint keys="m" />}
          >
            Merge into lead {kept.id}
          </Button>
          <Button
            variant="default"
            onClick={() => void different()}
            disabled={isUnderWay}
            rightSection={<KeyHint keys="d" />}
          >
            Not the same person
          </Button>
        </div>
      </footer>
    </>
  );
}

function attemptWords({ attemptCount }: LeadView): string {
  if (attemptCount === 0) return "not tried yet";
  return attemptCount === 1 ? "1 attempt" : `${attemptCount} attempts`;
}
