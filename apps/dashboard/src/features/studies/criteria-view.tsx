// The numbered criteria of a study with what is listed below each, and the sub-headings they stand
// under. The same view before an import and after.
import type { Criterion, CriterionKind } from "@studydesk/domain/studies/criteria";
import { Fragment } from "react";
import { AnchorText } from "../../components/anchor-text";
import { CriterionPoints } from "../../components/criterion-points";
import classes from "./criteria-view.module.css";

const kinds: readonly { kind: CriterionKind; title: string; none: string }[] = [
  { kind: "inclusion", title: "Inclusion", none: "The record lists no inclusion criteria." },
  { kind: "exclusion", title: "Exclusion", none: "The record lists no exclusion criteria." },
];

interface Props {
  criteria: readonly Criterion[];
  /** What is asked here: a criterion of the same words can carry notes. */
  asked?: {
    studyId: number;
    version: number | null;
    lines: readonly { lineId: number; label: string; text: string }[];
  };
}

export function CriteriaView({ criteria, asked }: Props) {
  const words = ({ label, text }: Criterion) => {
    // A record that is renumbered before the team adopts it still asks the same words.
    const sameWords = asked?.lines.filter((each) => each.text === text) ?? [];
    const line = sameWords.find((each) => each.label === label) ?? sameWords[0];
    if (!asked || !line) return <p>{text}</p>;
    return (
      <AnchorText
        sourceType="study"
        sourceId={asked.studyId}
        fieldPath={`criterion.${line.lineId}`}
        revision={String(asked.version ?? "")}
        text={text}
        name={`criterion ${label}`}
      />
    );
  };
  return kinds.map(({ kind, title, none }) => {
    const listed = criteria.filter((criterion) => criterion.kind === kind);
    return (
      <section key={kind} className={classes.kind}>
        <h3 className={classes.title}>
          {title} <span>{listed.length > 0 ? listed.length : null}</span>
        </h3>
        {listed.length === 0 ? <p className={classes.none}>{none}</p> : null}
        {groupByHeading(listed).map((group) => (
          <Fragment key={group.items[0]?.label}>
            {group.heading ? <h4 className={classes.heading}>{group.heading}</h4> : null}
            <ol className={classes.list}>
              {group.items.map((criterion) => (
                <li key={criterion.label}>
                  <span className={classes.label}>{criterion.label}</span>
                  <div>
                    {words(criterion)}
                    <CriterionPoints points={criterion.children} className={classes.children} />
                  </div>
                </li>
              ))}
            </ol>
          </Fragment>
        ))}
      </section>
    );
  });
}

interface Group {
  heading: string | undefined;
  items: Criterion[];
}

function groupByHeading(criteria: readonly Criterion[]): Group[] {
  const groups: Group[] = [];
  for (const criterion of criteria) {
    const last = groups.at(-1);
    if (last && last.heading === criterion.heading) last.items.push(criterion);
    else groups.push({ heading: criterion.heading, items: [criterion] });
  }
  return groups;
}
