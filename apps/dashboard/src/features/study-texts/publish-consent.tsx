// A new wording of the consent. While it was typed somebody may have published one: then it says so and
// nothing goes out.
import { Button, Textarea } from "@mantine/core";
import { ErrorNote } from "../../components/states";
import { isStale } from "../../lib/error-sentence";
import { setIn } from "../../lib/language-words";
import { useDraft } from "../../lib/use-draft";
import classes from "./consent-wordings.module.css";
import type { StudyTexts, TextsPlace } from "./study-texts-types";
import { usePublishConsent } from "./use-change-texts";

interface Props {
  place: TextsPlace;
  consent: StudyTexts["consent"];
}

const shortest = 20;
const longest = 2000;

export function PublishConsent({ place, consent: { inForce, own } }: Props) {
  const { studyId, language } = place;
  const [kept, keep] = useDraft(`consent.${studyId}.${language}`);
  const newest = own[0]?.number ?? 0;
  // Kept with the newest number that the author has seen: another one by now is shown above the field.
  const [, seen = newest, text = inForce.text] = /^(\d+)=(.*)$/s.exec(kept) ?? [];
  const type = (typed: string, of = seen) => keep(`${of}=${typed}`);
  const publishing = usePublishConsent();
  const isChanged = text.trim() !== inForce.text;
  const isOvertaken = isChanged && newest !== Number(seen);
  const isLongEnough = text.trim().length >= shortest && text.length <= longest;

  function publish() {
    if (!isChanged || !isLongEnough || isOvertaken) return;
    publishing.mutate({ ...place, text, expectedNumber: newest }, { onSuccess: () => keep("") });
  }
  return (
    <section>
      <h2 className={classes.title}>A new wording</h2>
      <Textarea
        label={`Wording ${newest + 1}`}
        description="Who may contact the person, about what, by which means, and how they take it back. What was agreed to before stays as it was."
        {...setIn(language)}
        autosize
        minRows={4}
        maxLength={longest}
        value={text}
        error={
          isChanged && text.trim().length < shortest
            ? "This is too short to say what somebody agrees to."
            : undefined
        }
        onChange={(event) => type(event.currentTarget.value)}
      />
      {isOvertaken ? (
        <div className={classes.warning} role="alert">
          <p>
            Somebody published wording {newest} while you were at it; it stands above. What you
            typed is still here.
          </p>
          <Button size="compact-sm" variant="default" onClick={() => type(text, newest)}>
            I read it; go on with mine
          </Button>
        </div>
      ) : null}
      {publishing.error && !(isStale(publishing.error) && isOvertaken) ? (
        <ErrorNote error={publishing.error} />
      ) : null}
      <div className={classes.buttons}>
        <Button
          loading={publishing.isPending}
          disabled={!isChanged || !isLongEnough || isOvertaken}
          onClick={publish}
        >
          Publish as wording {newest + 1}
        </Button>
        {isChanged ? (
          <Button variant="default" onClick={() => keep("")}>
            Put aside what I typed
          </Button>
        ) : null}
      </div>
    </section>
  );
}
