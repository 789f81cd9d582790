// Every passage of the page in its order, or only those that want work; below them the wordings whose
// registry text is gone.
import { Switch } from "@mantine/core";
import { useState } from "react";
import { LeftOverWordings } from "./left-over-wordings";
import classes from "./passage-list.module.css";
import { PassageRow } from "./passage-row";
import type { StudyTexts, TextsPlace } from "./study-texts-types";

export function PassageList({ place, texts }: { place: TextsPlace; texts: StudyTexts }) {
  const { passages, leftOver, abilities } = texts;
  const isEnglish = place.language === "en";
  // Chosen when the switch is turned, so that a row which was just done does not leave under the hand.
  const [wanted, setWanted] = useState<ReadonlySet<string>>();
  const shown = wanted ? passages.filter(({ field }) => wanted.has(field)) : passages;
  const wantWork = passages.filter(({ state }) =>
    isEnglish ? state === "registry_changed" : state !== "current",
  );
  return (
    <>
      <p className={classes.what}>
        {isEnglish
          ? "Here the registry’s English can be worded otherwise. An edit survives every import; one of a criterion is shown only while the registry’s own text stays as it is."
          : "What is not translated is shown in the registry’s English, and the page says so. A translation survives every import; one of a criterion is shown only while the registry’s own text stays as it is, so that no old number is ever read."}
      </p>
      <Switch
        label={isEnglish ? "Only what the registry changed" : "Only what wants work"}
        checked={wanted !== undefined}
        onChange={(event) =>
          setWanted(
            event.currentTarget.checked ? new Set(wantWork.map(({ field }) => field)) : undefined,
          )
        }
      />
      {shown.length === 0 ? (
        <p className={classes.none}>Nothing wants work here.</p>
      ) : (
        <ul className={classes.list}>
          {shown.map((passage) => (
            <PassageRow
              key={passage.field}
              place={place}
              passage={passage}
              canWord={abilities.word}
            />
          ))}
        </ul>
      )}
      {leftOver.length > 0 ? (
        <LeftOverWordings place={place} wordings={leftOver} canWord={abilities.word} />
      ) : null}
    </>
  );
}
