// The foot of Today while something is decided: a question, its answers one key each, and the way back.
import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import { KeyHint } from "../../components/key-hint";
import { useKeys } from "../../lib/keys/use-keys";
import classes from "./choices.module.css";

interface Answer {
  id: string;
  label: string;
  /** What follows from it, below its name. */
  detail?: string;
}

interface Props {
  /** For the key sheet and screen readers: "Why to skip". */
  title: string;
  question: ReactNode;
  answers: readonly Answer[];
  onPick: (id: string) => void;
  onBack: () => void;
}

export function ChoicePanel({ title, question, answers, onPick, onBack }: Props) {
  useKeys(title, [
    ...answers.map(({ id, label }, index) => ({
      keys: digitFor(index),
      name: label,
      run: () => onPick(id),
    })),
    { keys: "Escape", name: "Back", run: onBack },
  ]);
  return (
    <section className={classes.bottom} aria-label={title}>
      <div className={classes.inner}>
        <p role="status">{question}</p>
        <div className={classes.choices}>
          {answers.map(({ id, label, detail }, index) => (
            <Choice
              key={id}
              keys={digitFor(index)}
              {...(detail ? { detail } : {})}
              onClick={() => onPick(id)}
            >
              {label}
            </Choice>
          ))}
          <Choice keys="Escape" onClick={onBack}>
            Back
          </Choice>
        </div>
      </div>
    </section>
  );
}

interface ChoiceProps {
  keys: string;
  isMain?: boolean;
  /** Not now; the detail says why. */
  isOff?: boolean;
  detail?: string;
  onClick: () => void;
  children: string;
}

export function Choice(props: ChoiceProps) {
  const { keys, isMain = false, isOff = false, detail, onClick, children } = props;
  return (
    <UnstyledButton
      className={classes.choice}
      data-main={isMain}
      aria-disabled={isOff}
      onClick={onClick}
    >
      <span className={classes.words} dir="auto">
        {children}
        {detail ? <span className={classes.detail}>{detail}</span> : null}
      </span>
      {isOff ? null : <KeyHint keys={keys} />}
    </UnstyledButton>
  );
}

/** 1 to 9, then 0: as they lie on the keyboard. */
export function digitFor(index: number): string {
  return ((index + 1) % 10).toString();
}
