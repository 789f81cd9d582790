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

/** The colours of the public pages, by daylight, at night and on paper. */
const style = `
:root { color-scheme: light dark; --ink: #17212b; --quiet: #56626d; --ground: #fbfaf7; --card: #fff; --line: #e2e2db; --accent: #0b6b62; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecec; --quiet: #a5b0b5; --ground: #12181d; --card: #1a2229; --line: #2f3a42; --accent: #6fcabd; } }
* { box-sizing: border-box; }
body { margin: 0; padding: clamp(1rem, 4vw, 3rem) 1rem; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Noto Sans SC", Arial, sans-serif; color: var(--ink); background: var(--ground); }
main { max-width: 48rem; margin: 0 auto; }
.mark { margin: 0 0 0.5rem; font-weight: 600; color: var(--accent); }
h1 { margin: 0 0 1rem; font-size: clamp(1.6rem, 1.2rem + 2vw, 2.1rem); line-height: 1.2; text-wrap: balance; }
section { margin: 1rem 0; padding: 1rem clamp(1rem, 3vw, 1.5rem); background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
h2 { display: flex; justify-content: space-between; gap: 1rem; margin: 0; font-size: 1.125rem; line-height: 1.35; }
h2 span { font-weight: 400; color: var(--quiet); }
dl { display: grid; grid-template-columns: minmax(8rem, 13rem) minmax(0, 1fr); gap: 0.25rem 1.25rem; margin: 0.9rem 0 0; }
dl:first-child { margin-top: 0; }
dl + dl { padding-top: 0.9rem; border-top: 1px solid var(--line); }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
bdi { white-space: pre-wrap; }
section > p { margin: 0.6rem 0 0; }
section > p.quiet { color: var(--quiet); }
ul { margin: 0.6rem 0 0; padding-inline-start: 1.2rem; }
li + li { margin-top: 0.5rem; }
@media (max-width: 34rem) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: 0.5rem; } }
@media print { :root { color-scheme: light; --ink: #000; --quiet: #444; --ground: #fff; --card: #fff; --line: #bbb; --accent: #000; } body { padding: 0; } section { padding: 0.5rem 0; border: 0; border-top: 1px solid var(--line); border-radius: 0; } dl { break-inside: avoid; } }
`;

export function personFileHtml(file: PersonFile, language: PublicLanguage): string {
  const words = personFileWords[language];
  const parts = personFileSections.map((name) => {
    const rows = file.sections[name];
    const body =
      rows.length === 0
        ? `<p class="quiet">${text(words.nothing)}</p>`
        : rows.map((row) => rowHtml(row, language)).join("\n");
    const title = `<h2>${text(words.sections[name])} <span>${rows.length}</span></h2>`;
    return `<section>\n${title}\n${body}\n</section>`;
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
<p class="mark">Studydesk</p>
<h1>${text(words.title)}</h1>
<p>${text(words.intro)}</p>
<section>
${listHtml([
  [words.study, valueText(`${file.study.title} (${file.study.nctId})`)],
  [words.site, valueText(`${file.site.name}, ${file.site.city}`)],
  ...askLines(words, file),
  [words.made, valueText(momentInWords(file.madeAt))],
])}
</section>
<section>
<h2>${text(words.leftOut)}</h2>
<ul>
${leftOut(words, file)
  .map((sentence) => `<li>${text(sentence)}</li>`)
  .join("\n")}
</ul>
<p>${text(words.rights)}</p>
</section>
${parts.join("\n")}
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
