// Asking the AI for a draft: the button, the waiting with a way out, and what became of it.
import { Button } from "@mantine/core";
import { ErrorNote } from "../../components/states";
import { Working } from "../../components/working";
import { languageLabel } from "../../lib/language-words";
import classes from "./overview-screen.module.css";
import type { OverviewPlace } from "./overview-types";

interface Props {
  place: OverviewPlace;
  isConfigured: boolean;
  /** There is a text already: it can be had back afterwards. */
  hasText: boolean;
  isPending: boolean;
  isLocked: boolean;
  error: unknown;
  onStart: () => void;
  onStop: () => void;
}

export function AiDraft(props: Props) {
  if (!props.isConfigured) {
    return (
      <p className={classes.quiet}>
        Drafts by AI are off here. The owner turns them on with AI_BASE_URL and AI_MODEL; any server
        that speaks OpenAI’s chat completions will do, also one of your own.
      </p>
    );
  }
  if (props.isPending) {
    return (
      <div className={classes.buttons}>
        <Working
          words={`Drafting in ${languageLabel(props.place.language)}; it may take up to a minute`}
        />
        <Button variant="default" size="compact-sm" onClick={props.onStop}>
          Stop
        </Button>
      </div>
    );
  }
  return (
    <>
      {props.error ? <ErrorNote error={props.error} /> : null}
      <div className={classes.buttons}>
        <Button
          variant={props.hasText ? "default" : "filled"}
          size="compact-sm"
          disabled={props.isLocked}
          onClick={props.onStart}
        >
          {props.hasText ? "Draft anew with AI" : "Draft with AI"}
        </Button>
        {props.hasText ? (
          <span className={classes.quiet}>What stands here now can be had back.</span>
        ) : null}
      </div>
    </>
  );
}
