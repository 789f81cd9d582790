// One study of a file before it is stored: everything that would be kept, and its places.
import { countedChanges } from "@studydesk/domain/studies/study-change";
import { useState } from "react";
import { DotBadge, type Tone } from "../../components/status-badge";
import { ChangeList } from "./change-list";
import { CriteriaView } from "./criteria-view";
import { OlderNote } from "./older-note";
import { PlannedLocations } from "./planned-locations";
import classes from "./planned-study.module.css";
import type { PlannedStudy } from "./read-import";
import { ReadingNotes } from "./reading-notes";
import { OverallStatusBadge } from "./study-badges";
import { StudyFacts } from "./study-facts";
import { StudyTexts } from "./study-texts";
import type { Site, StudyPreview } from "./study-types";

const effects: Readonly<Record<StudyPreview["effect"], { tone: Tone; words: string }>> = {
  new: { tone: "new", words: "New" },
  changed: { tone: "contacting", words: "Changed since the last import" },
  unchanged: { tone: "idle", words: "Unchanged" },
};

interface Props {
  planned: PlannedStudy;
  sites: readonly Site[];
  startsOpen: boolean;
  isLocked: boolean;
  onChooseSite: (index: number, siteId: number | undefined) => void;
}

export function PlannedStudySection(props: Props) {
  const { study, effect } = props.planned;
  // A file may hold hundreds of studies: only those that are looked at are laid out.
  const [isOpen, setOpen] = useState(props.startsOpen);
  return (
    <details
      className={classes.study}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className={classes.name}>{study.title}</span>
        <span className={classes.line}>
          {study.nctId}
          <DotBadge tone={effects[effect].tone}>{effects[effect].words}</DotBadge>
          <span>{found(props.planned)}</span>
        </span>
      </summary>
      {isOpen ? <Parts {...props} /> : null}
    </details>
  );
}

function Parts({ planned, sites, isLocked, onChooseSite }: Props) {
  const { study, changes, olderThan } = planned;
  return (
    <div className={classes.parts}>
      {olderThan === null ? null : <OlderNote olderThan={olderThan} />}
      {changes.length > 0 ? (
        <section>
          <h2 className={classes.title}>What changes</h2>
          <p className={classes.none}>What this desk wrote for the page stays as it is.</p>
          <ChangeList changes={changes} />
        </section>
      ) : null}
      <section>
        <h2 className={classes.title}>Locations: which are sites here?</h2>
        <PlannedLocations
          planned={planned}
          sites={sites}
          isLocked={isLocked}
          onChooseSite={onChooseSite}
        />
      </section>
      <section>
        <h2 className={classes.title}>
          Facts <OverallStatusBadge status={study.overallStatus} />
        </h2>
        <StudyFacts study={study} />
      </section>
      <section>
        <h2 className={classes.title}>Criteria</h2>
        <CriteriaView criteria={study.criteria.criteria} />
      </section>
      <ReadingNotes study={study} />
      <section>
        <h2 className={classes.title}>In the record’s words</h2>
        <StudyTexts study={study} />
      </section>
    </div>
  );
}

function found({ study, choices, changes }: PlannedStudy): string {
  const counts = [
    ...(changes.length > 0 ? [countedChanges(changes.length)] : []),
    counted(study.criteria.criteria.length, "criterion", "criteria"),
    counted(study.criteria.notes.length, "note", "notes"),
    counted(study.locations.length, "location", "locations"),
    ...(choices.size > 0 ? [counted(choices.size, "site to link", "sites to link")] : []),
  ];
  return counts.join(" · ");
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
