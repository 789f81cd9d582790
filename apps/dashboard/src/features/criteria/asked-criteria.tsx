// The criteria of a version as they are asked: the question, the text it stands for, which answer excludes,
// and what it takes to find out.
import { askCostLabels } from "@studydesk/domain/screening/answer-rule";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import type { CriterionKind } from "@studydesk/domain/studies/criteria";
import type { ReactNode } from "react";
import { AnchorText } from "../../components/anchor-text";
import { CriterionPoints } from "../../components/criterion-points";
import { ruleWords } from "../../lib/rule-words";
import classes from "./asked-criterion.module.css";
import { DoubtNote } from "./doubt-note";

export const kindTitles: readonly { kind: CriterionKind; title: string; none: string }[] = [
  { kind: "inclusion", title: "Inclusion", none: "There is no inclusion criterion." },
  { kind: "exclusion", title: "Exclusion", none: "There is no exclusion criterion." },
];

interface Props {
  criteria: readonly AskedCriterion[];
  /** The version in force: its words can carry notes. */
  inForce: { studyId: number; number: number } | undefined;
}

export function AskedCriteria({ criteria, inForce }: Props) {
  return kindTitles.map(({ kind, title, none }) => {
    const listed = criteria.filter((criterion) => criterion.kind === kind);
    return (
      <section key={kind} className={classes.kind}>
        <h2 className={classes.title}>
          {title} <span>{listed.length > 0 ? listed.length : null}</span>
        </h2>
        {listed.length === 0 ? <p className={classes.none}>{none}</p> : null}
        <ol className={classes.list}>
          {listed.map((criterion) => (
            <AskedRow key={criterion.id} criterion={criterion} inForce={inForce} />
          ))}
        </ol>
      </section>
    );
  });
}

function AskedRow({
  criterion,
  inForce,
}: Pick<Props, "inForce"> & {
  criterion: AskedCriterion;
}) {
  const { lineId, label, heading, text, wording, children, rule, cost, doubt } = criterion;
  const carried = (className: string | undefined, before: string | null = null) => {
    const around = (words: ReactNode) => (
      <p className={className}>
        {before ? `${before} ` : ""}
        {words}
      </p>
    );
    if (!inForce) return around(text);
    return (
      <AnchorText
        sourceType="study"
        sourceId={inForce.studyId}
        fieldPath={`criterion.${lineId}`}
        revision={String(inForce.number)}
        text={text}
        name={`criterion ${label}`}
        around={around}
      />
    );
  };
  return (
    <li>
      <span className={classes.label}>{label}</span>
      <div>
        {wording ? <p className={classes.question}>{wording}</p> : carried(classes.question)}
        {heading && !wording ? <p className={classes.text}>{heading}</p> : null}
        {wording ? carried(classes.text, heading) : null}
        <CriterionPoints points={children} className={classes.children} />
        {doubt ? <DoubtNote doubt={doubt} /> : null}
      </div>
      <p className={classes.facts}>
        {ruleWords(rule)}
        <span>{askCostLabels[cost]}</span>
      </p>
    </li>
  );
}
