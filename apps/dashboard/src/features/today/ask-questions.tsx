// The way to the study's questions and back, while the person is on the phone.
import { UnstyledButton } from "@mantine/core";
import { KeyHint } from "../../components/key-hint";
import { useKeys } from "../../lib/keys/use-keys";
import classes from "./ask-questions.module.css";
import { Choice } from "./choice-panel";
import choices from "./choices.module.css";
import type { LeadView } from "./lead-types";

export function AskQuestions({ lead, onAsk }: { lead: LeadView; onAsk: () => void }) {
  useKeys("The study’s questions", [{ keys: "q", name: "Ask the questions", run: onAsk }]);
  const { screening } = lead;
  return (
    <UnstyledButton className={classes.ask} onClick={onAsk}>
      {screening
        ? `Questions · ${screening.answered} of ${screening.questions} answered`
        : "Ask the questions"}
      <KeyHint keys="q" />
    </UnstyledButton>
  );
}

/** The foot of Today meanwhile: outcomes of a call keep their keys for themselves. */
export function WhileAsking({ onBack, onNext }: { onBack: () => void; onNext: () => void }) {
  useKeys("The study’s questions", [
    { keys: "Escape", name: "Back to the call", run: onBack },
    { keys: "s", name: "Leave it there, next lead", run: onNext },
  ]);
  return (
    <section className={choices.bottom} aria-label="While asking">
      <div className={choices.inner}>
        <div className={choices.choices}>
          <Choice keys="Escape" onClick={onBack}>
            Back to the call
          </Choice>
          <Choice keys="s" onClick={onNext}>
            Next lead
          </Choice>
        </div>
      </div>
    </section>
  );
}
