// A copy of somebody's data as one page that needs nothing else: no script, no picture, no address to load from. Every
// value is text.
import { directionOf, type PublicLanguage } from "@studydesk/domain/public-language";
import {
  type PersonFile,
  type PersonFileRow,
  personFileSections,
} from "@studydesk/domain/retention/person-file";
import {
  findPersonFileLabel,
  personFileValue,
  yesAndNo,
} from "@studydesk/domain/retention/person-file-labels";
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
  [words.study, `${file.study.title} (${file.study.nctId})`],
  [words.site, `${file.site.name}, ${file.site.city}`],
  [words.made, momentInWords(file.madeAt)],
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

export function leftOut(words: PersonFileWords, { hasTeamWords }: PersonFile): string[] {
  return [words.notNotes, words.notNames, ...(hasTeamWords ? [] : [words.notTeamWords])];
}

/** What was not given or not said is left out. */
function rowHtml(row: PersonFileRow, language: PublicLanguage): string {
  return listHtml(
    Object.entries(row).flatMap(([name, value]) =>
      value === null || value === ""
        ? []
        : [
            [
              findPersonFileLabel(name, language) ?? name,
              valueInWords(name, value, language),
            ] as const,
          ],
    ),
  );
}

function listHtml(lines: readonly (readonly [label: string, value: string])[]): string {
  const items = lines.map(
    ([label, value]) => `<dt>${text(label)}</dt><dd><bdi>${text(value)}</bdi></dd>`,
  );
  return `<dl>${items.join("")}</dl>`;
}

function valueInWords(
  name: string,
  value: string | number | boolean,
  language: PublicLanguage,
): string {
  if (typeof value === "boolean") return yesAndNo[language][value ? 0 : 1];
  if (typeof value === "number") return String(value);
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
