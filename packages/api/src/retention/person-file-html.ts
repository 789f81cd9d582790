// A copy of somebody's data as one page that needs nothing else: no script, no picture, no address to load from. Every
// value is text.
import { languageName } from "@studydesk/domain/leads/languages";
import { directionOf, type PublicLanguage } from "@studydesk/domain/public-language";
import {
  type FactChange,
  type PersonFile,
  type PersonFileRow,
  type PersonFileValue,
  personFileSections,
} from "@studydesk/domain/retention/person-file";
import { findPersonFileLabel } from "@studydesk/domain/retention/person-file-labels";
import { personFileValue, yesAndNo } from "@studydesk/domain/retention/person-file-values";
import {
  type PersonFileWords,
  personFileWords,
} from "@studydesk/domain/retention/person-file-words";

const style = `
body { margin: 2rem auto; max-width: 46rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1c1c1c; background: #fff; }
h2 { margin-top: 2rem; border-bottom: 1px solid #ccc; }
dl { display: grid; grid-template-columns: minmax(8rem, 12rem) minmax(0, 1fr); gap: 0.2rem 1rem; margin: 1rem 0; padding: 0.6rem 0.8rem; border: 1px solid #ddd; border-radius: 6px; }
dt { color: #555; }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
@media (max-width: 30rem) { dl { grid-template-columns: minmax(0, 1fr); } }
`;

export function personFileHtml(file: PersonFile, language: PublicLanguage): string {
  const words = personFileWords[language];
  const parts = personFileSections.map((name) => {
    const rows = file.sections[name];
    const body =
      rows.length === 0
        ? `<p>${text(words.nothing)}</p>`
        : rows.map((row) => rowHtml(row, language)).join("\n");
    return `<h2>${text(words.sections[name])} (${rows.length})</h2>\n${body}`;
  });
  return `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text(words.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${text(words.title)}</h1>
${listHtml([
  [words.study, valueText(`${file.study.title} (${file.study.nctId})`)],
  [words.site, valueText(`${file.site.name}, ${file.site.city}`)],
  ...askLines(words, file),
  [words.made, valueText(momentInWords(file.madeAt))],
])}
<p>${text(words.intro)}</p>
${parts.join("\n")}
<h2>${text(words.leftOut)}</h2>
<ul>
${leftOut(words, file)
  .map((sentence) => `<li>${text(sentence)}</li>`)
  .join("\n")}
</ul>
<p>${text(words.rights)}</p>
</main>
</body>
</html>
`;
}

function askLines(words: PersonFileWords, { contacts }: PersonFile) {
  if (contacts.length === 0) return [];
  const lines = contacts.map(({ name, phone, email }) =>
    [name, phone, email].flatMap((each) => (each ? [valueText(each)] : [])).join(" · "),
  );
  return [[words.ask, lines.join("<br>")]] as const;
}

export function leftOut(words: PersonFileWords, { hasTeamWords }: PersonFile): string[] {
  return [words.notNotes, words.notNames, ...(hasTeamWords ? [] : [words.notTeamWords])];
}

/** What was not given or not said is left out. */
function rowHtml(row: PersonFileRow, language: PublicLanguage): string {
  return listHtml(
    Object.entries(row).flatMap(([name, value]) => {
      const isSaid =
        value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
      if (!isSaid) return [];
      return [[labelOf(name, language), valueHtml(name, value, language)] as const];
    }),
  );
}

function labelOf(name: string, language: PublicLanguage): string {
  return findPersonFileLabel(name, language) ?? name;
}

/** The values are markup. */
function listHtml(lines: readonly (readonly [label: string, value: string])[]): string {
  const items = lines.map(([label, value]) => `<dt>${text(label)}</dt><dd>${value}</dd>`);
  return `<dl>${items.join("")}</dl>`;
}

function valueHtml(name: string, value: PersonFileValue, language: PublicLanguage): string {
  if (value === null) return "–";
  if (typeof value === "boolean") return valueText(yesAndNo[language][value ? 0 : 1]);
  if (typeof value === "number") return valueText(String(value));
  if (typeof value === "string") return valueText(wordsOf(name, value, language));
  return value
    .map((each) =>
      typeof each === "string"
        ? valueText(personFileValue(name, each, language))
        : changeHtml(each, language),
    )
    .join("<br>");
}

/** "E-mail: old → new", each on its own whichever way it is written. */
function changeHtml({ fact, from, to }: FactChange, language: PublicLanguage): string {
  const arrow = directionOf(language) === "rtl" ? "←" : "→";
  const [before, after] = [from, to].map((each) => valueHtml(fact, each, language));
  return `${text(labelOf(fact, language))}: ${before} ${arrow} ${after}`;
}

function valueText(plain: string): string {
  return `<bdi>${text(plain)}</bdi>`;
}

function wordsOf(name: string, value: string, language: PublicLanguage): string {
  if (name === "language" || name === "pageLanguage") return languageName(value, language);
  return momentInWords(personFileValue(name, value, language));
}

/** "2026-09-01T10:00:00.000Z" is "2026-09-01 10:00 UTC"; all else stays as it was kept. */
function momentInWords(value: string): string {
  return value.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(\.\d+)?)?Z$/, "$1 $2 UTC");
}

function text(plain: string): string {
  return plain
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
