// Who may and who can't take part, in two columns: the registry's own criteria, numbered through, with
// their sub-headings, nested points and whatever it adds outside the lists.
import type { CriterionChild, CriterionKind } from "@studydesk/domain/studies/criteria";
import type {
  ShownCriteria,
  ShownCriterion,
  ShownNote,
} from "@studydesk/domain/studies/study-texts";
import type { Explain, Glossary } from "../glossary/glossary";
import type { Texts } from "../texts/texts";
import { InEnglishNote, languageMark } from "./in-english";

interface CriteriaProps {
  t: Texts;
  glossary: Glossary;
}

export function CriteriaSection(
  props: CriteriaProps & { criteria: ShownCriteria; isOpen: boolean; areWordedHere: boolean },
) {
  const { t, criteria } = props;
  const notes = criteria.notes.filter(({ kind }) => kind === "outside_lists");
  const general = notes.filter(({ section }) => section === undefined);
  const someEnglish =
    notes.some(({ lang }) => lang) || criteria.criteria.some((it) => it.lang || it.headingLang);
  return (
    <section aria-labelledby="criteria">
      <h2 id="criteria">{t.study.whoCanTakePart}</h2>
      {props.isOpen && <p className="quiet small">{t.study.criteriaHint}</p>}
      {props.areWordedHere && <p className="quiet small">{t.study.wordedHere}</p>}
      {someEnglish && <InEnglishNote t={t} />}
      <Notes {...props} notes={general} />
      <div className="columns">
        {(["inclusion", "exclusion"] as const).map((kind) => {
          const additions = notes.filter(({ section }) => section === kind);
          return (
            <div key={kind} className={kind}>
              <h3>{t.study[kind]}</h3>
              <CriteriaOfKind {...props} kind={kind} criteria={criteria.criteria} />
              {additions.length > 0 && (
                <div className="additions">
                  <p className="quiet small">{t.study.alsoWritten}</p>
                  <Notes {...props} notes={additions} />
                </div>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

function CriteriaOfKind(
  props: CriteriaProps & { kind: CriterionKind; criteria: ShownCriterion[] },
) {
  const { t, glossary } = props;
  const groups = groupByHeading(props.criteria.filter(({ kind }) => kind === props.kind));
  if (groups.length === 0) return <p className="quiet">{t.study.noCriteria}</p>;
  return groups.map(({ heading, headingLang, first, criteria }) => {
    const inEnglish = criteria.every(({ lang }) => lang === "en");
    return (
      <div key={first}>
        {heading && <h4 {...languageMark(t, headingLang ?? t.lang)}>{heading}</h4>}
        <ol start={first} {...languageMark(t, inEnglish ? "en" : t.lang)}>
          {criteria.map(({ label, text, children, lang = t.lang }) => {
            const explain = glossary.inField(lang);
            return (
              <li
                key={label}
                id={label}
                data-anchor-field={`criteria.${label}`}
                {...(inEnglish ? {} : languageMark(t, lang))}
              >
                {explain(text)}
                <Children points={children} explain={explain} />
              </li>
            );
          })}
        </ol>
      </div>
    );
  });
}

function Children({ points, explain }: { points: CriterionChild[]; explain: Explain }) {
  if (points.length === 0) return null;
  return (
    <ul>
      {points.flatMap(({ text, children }, index) => [
        // A line end keeps the words of two points apart when the criterion is read as one text.
        "\n",
        <li key={`${index}-${text}`}>
          {explain(text)}
          <Children points={children} explain={explain} />
        </li>,
      ])}
    </ul>
  );
}

function Notes({ t, glossary, notes }: CriteriaProps & { notes: ShownNote[] }) {
  return notes.map(({ line, text, lang = t.lang }) => (
    <p
      key={`${line}-${text}`}
      data-anchor-field={`criteria.note.${line}`}
      {...languageMark(t, lang)}
    >
      {glossary.inField(lang)(text)}
    </p>
  ));
}

interface Group {
  heading: string | undefined;
  headingLang: "en" | undefined;
  /** The number of its first criterion, counted through all groups. */
  first: number;
  criteria: ShownCriterion[];
}

function groupByHeading(criteria: ShownCriterion[]): Group[] {
  const groups: Group[] = [];
  for (const [index, criterion] of criteria.entries()) {
    const { heading, headingLang } = criterion;
    const last = groups.at(-1);
    if (last && last.heading === heading) last.criteria.push(criterion);
    else groups.push({ heading, headingLang, first: index + 1, criteria: [criterion] });
  }
  return groups;
}
