// The criteria of a version as they are asked: the question, the text it stands for, which answer excludes,
// and what it takes to find out.
import { askCostLabels } from "@studydesk/domain/screening/answer-rule";
import type { AskedCriterion } from "@studydesk/domain/screening/criterion";
import type { CriterionKind } from "@studydesk/domain/studies/criteria";
import { CriterionPoints } from "../../components/criterion-points";
import { ruleWords } from "../../lib/rule-words";
import classes from "./asked-criterion.module.css";
import { DoubtNote } from "./doubt-note";

export const kindTitles: readonly { kind: CriterionKind; title: string; none: string }[] = [
  { kind: "inclusion", title: "Inclusion", none: "There is no inclusion criterion." },
  { kind: "exclusion", title: "Exclusion", none: "There is no exclusion criterion." },
];

export function AskedCriteria({ criteria }: { criteria: readonly AskedCriterion[] }) {
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
            <AskedRow key={criterion.id} criterion={criterion} />
          ))}
        </ol>
      </section>
    );
  });
}

function AskedRow({ criterion }: { criterion: AskedCriterion }) {
  const { label, heading, text, wording, children, rule, cost, doubt } = criterion;
  return (
    <li>
      <span className={classes.label}>{label}</span>
      <div>
        <p className={classes.question}>{wording ?? text}</p>
        {heading || wording ? (
          <p className={classes.text}>
            {heading ? `${heading} ` : ""}
            {wording ? text : ""}
          </p>
        ) : null}
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
