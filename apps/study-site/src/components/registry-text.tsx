// The registry's free text: paragraphs and simple lists ("* ", "1. "), with its escaped signs resolved.
import { resolveEscapes } from "@studydesk/domain/studies/criteria-text";
import type { Explain } from "../glossary/glossary";

type Block = { kind: "paragraph"; text: string } | { kind: "list"; items: string[] };

export function RegistryText({ text, explain }: { text: string; explain: Explain }) {
  // A line end between two blocks keeps their words apart when the text is read as one.
  return readBlocks(text).flatMap((block, index) => [
    block.kind === "paragraph" ? (
      <p key={`${index}`}>{explain(block.text)}</p>
    ) : (
      <ul key={`${index}`}>
        {block.items.flatMap((item, position) => [
          <li key={`${position}`}>{explain(item)}</li>,
          "\n",
        ])}
      </ul>
    ),
    "\n",
  ]);
}

function readBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const part of text.split(/\r?\n\s*\r?\n/)) {
    for (const line of part.split(/\r?\n/)) {
      const item = /^\s*(?:[*•-]|\d{1,2}[.)])\s+(.*)$/.exec(line);
      const last = blocks.at(-1);
      const words = resolveEscapes(item?.[1] ?? line)
        .replace(/\s+/g, " ")
        .trim();
      if (words === "") continue;
      if (!item) blocks.push(...inParagraphs(words));
      else if (last?.kind === "list") last.items.push(words);
      else blocks.push({ kind: "list", items: [words] });
    }
  }
  return blocks;
}

const longParagraph = 600;
const goodParagraph = 260;
const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** A wall of text is parted after a sentence; no word is added or lost. */
function inParagraphs(words: string): Block[] {
  if (words.length <= longParagraph) return [{ kind: "paragraph", text: words }];
  const paragraphs: string[] = [];
  for (const { segment } of sentences.segment(words)) {
    const last = paragraphs.at(-1);
    // "approx. half": what goes on in small letters is no new sentence.
    const isNew = last !== undefined && last.length >= goodParagraph && !/^\p{Ll}/u.test(segment);
    if (last === undefined || isNew) paragraphs.push(segment);
    else paragraphs[paragraphs.length - 1] = last + segment;
  }
  return paragraphs.map((text) => ({ kind: "paragraph", text: text.trim() }));
}
