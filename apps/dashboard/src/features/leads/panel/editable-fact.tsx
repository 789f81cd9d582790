// One fact of a person: its value with a way to put it right, the field while it is being put right, and
// three ways where somebody else wrote to it meanwhile.
import {
  type LeadFactName,
  leadFactLabels,
  leadFactText,
} from "@studydesk/domain/leads/lead-facts";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { factWords } from "../../../lib/fact-words";
import type { LeadView } from "../lead-types";
import classes from "./editable-fact.module.css";
import { FactField } from "./fact-field";
import { ThreeWays } from "./three-ways";
import { startText, useFactEdit } from "./use-fact-edit";

interface Props {
  lead: LeadView;
  name: LeadFactName;
  /** How it is shown where its words are not enough: a link, a note beside it. */
  children?: ReactNode;
  /** What stands there when it is not known. */
  missing?: string;
}

export function EditableFact({ lead, name, children, missing = "Not known" }: Props) {
  const edit = useFactEdit(lead, name);
  const place = useRef<HTMLElement>(null);
  // Whoever opened it types at once; what a reload brought back waits.
  const [takesFocus, setTakesFocus] = useState(false);
  const label = leadFactLabels[name];
  const { draft } = edit;
  const isOpen = draft !== undefined && lead.abilities.edit;

  function begin() {
    setTakesFocus(true);
    edit.begin();
  }

  // Tab goes on from where it was.
  useEffect(() => {
    if (!isOpen) return;
    return () => {
      if (document.activeElement !== document.body) return;
      place.current?.querySelector<HTMLElement>("[data-edit]")?.focus({ preventScroll: true });
    };
  }, [isOpen]);

  return (
    <>
      <dt>{label}</dt>
      <dd
        ref={place}
        className={classes.fact}
        data-fact={name}
        onBlur={(event) => {
          const isLeft = !event.currentTarget.contains(event.relatedTarget);
          if (isLeft && draft?.to === startText(lead, name) && !edit.isCrossed) edit.giveUp();
        }}
      >
        {isOpen ? (
          <FactField
            name={name}
            edit={edit}
            takesFocus={takesFocus}
            onNext={(step) => openBeside(place.current, step)}
            onPick={() => place.current?.querySelector<HTMLElement>("[data-mine]")?.focus()}
          />
        ) : (
          <span className={classes.shown}>
            <span className={classes.value} dir="auto">
              {children ?? factWords(name, leadFactText(lead, name)) ?? (
                <span className={classes.missing}>{missing}</span>
              )}
            </span>
            {lead.abilities.edit ? (
              <button
                type="button"
                className={classes.pen}
                data-edit
                aria-label={`Edit: ${label}`}
                title={`Edit: ${label}`}
                onClick={begin}
              >
                Edit
              </button>
            ) : null}
          </span>
        )}
        {draft && edit.isCrossed ? (
          <ThreeWays
            lead={lead}
            part={name}
            version={draft.version}
            mine={factWords(name, draft.to)}
            theirs={factWords(name, leadFactText(lead, name))}
            was={factWords(name, draft.from)}
            onMine={() => edit.save(draft.to, leadFactText(lead, name))}
            onTheirs={edit.giveUp}
          />
        ) : null}
      </dd>
    </>
  );
}

/** The fact before or after, opened. */
function openBeside(place: HTMLElement | null, step: 1 | -1): boolean {
  const facts = [...(place?.closest("[data-facts]")?.querySelectorAll("[data-fact]") ?? [])];
  const next = place && facts[facts.indexOf(place) + step];
  const target = next?.querySelector<HTMLElement>("[data-edit], input, select");
  if (!target) return false;
  if (target.matches("[data-edit]")) target.click();
  else target.focus();
  return true;
}
