// Who may and who can't take part: the registry's own criteria, numbered through, with its sub-headings,
// nested points and whatever it adds outside the lists.
import type {
  CriteriaNote,
  Criterion,
  CriterionChild,
  CriterionKind,
  ParsedCriteria,
} from "@studydesk/domain/studies/criteria";
import type { Texts } from "../texts/texts";

export function CriteriaSection({ t, criteria }: { t: Texts; criteria: ParsedCriteria }) {
  const notes = criteria.notes.filter(({ kind }) => kind === "outside_lists");
  const general = notes.filter(({ section }) => section === undefined);
  return (
    <section aria-labelledby="criteria">
      <h2 id="criteria">{t.study.whoCanTakePart}</h2>
      <p className="quiet small">{t.study.criteriaHint}</p>
      {general.map((note) => (
        <p key={note.line}>{note.text}</p>
      ))}
      <div className="columns">
        {(["inclusion", "exclusion"] as const).map((kind) => (
          <div key={kind} className={kind}>
            <h3>{t.study[kind]}</h3>
            <CriteriaOfKind t={t} kind={kind} criteria={criteria.criteria} />
            <Additions t={t} notes={notes.filter(({ section }) => section === kind)} />
          </div>
        ))}
      </div>
    </section>
  );
}

function CriteriaOfKind(props: { t: Texts; kind: CriterionKind; criteria: Criterion[] }) {
  const groups = groupByHeading(props.criteria.filter(({ kind }) => kind === props.kind));
  if (groups.length === 0) return <p className="quiet">{props.t.study.noCriteria}</p>;
  return groups.map(({ heading, first, criteria }) => (
    <div key={first}>
      {heading && <h4>{heading}</h4>}
      <ol start={first}>
        {criteria.map(({ label, text, children }) => (
          <li key={label} id={label}>
            {text}
            <Children points={children} />
          </li>
        ))}
      </ol>
    </div>
  ));
}

function Children({ points }: { points: CriterionChild[] }) {
  if (points.length === 0) return null;
  return (
    <ul>
      {points.map(({ text, children }, index) => (
        <li key={`${index}-${text}`}>
          {text}
          <Children points={children} />
        </li>
      ))}
    </ul>
  );
}

function Additions({ t, notes }: { t: Texts; notes: CriteriaNote[] }) {
  if (notes.length === 0) return null;
  return (
    <div className="additions">
      <p className="quiet small">{t.study.alsoWritten}</p>
      {notes.map((note) => (
        <p key={`${note.line}-${note.text}`}>{note.text}</p>
      ))}
    </div>
  );
}

interface Group {
  heading: string | undefined;
  /** The number of its first criterion, counted through all groups. */
  first: number;
  criteria: Criterion[];
}

function groupByHeading(criteria: Criterion[]): Group[] {
  const groups: Group[] = [];
  for (const [index, criterion] of criteria.entries()) {
    const last = groups.at(-1);
    if (last && last.heading === criterion.heading) last.criteria.push(criterion);
    else groups.push({ heading: criterion.heading, first: index + 1, criteria: [criterion] });
  }
  return groups;
}
