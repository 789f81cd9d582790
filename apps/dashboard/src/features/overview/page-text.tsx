// A plain-language text as the public page sets it: paragraphs, and lists where lines begin with a mark.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { setIn } from "../../lib/language-words";
import classes from "./page-text.module.css";

export function PageText({ text, language }: { text: string; language: PublicLanguage }) {
  return (
    <div className={classes.page} {...setIn(language)}>
      {blocksOf(text).map((block, index) =>
        typeof block === "string" ? (
          <p key={`${index.toString()} ${block}`}>{block}</p>
        ) : (
          <ul key={`${index.toString()} ${block[0]}`}>
            {block.map((item, position) => (
              <li key={`${position.toString()} ${item}`}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

function blocksOf(text: string): (string | string[])[] {
  const blocks: (string | string[])[] = [];
  let isGap = true;
  for (const line of text.split("\n")) {
    const item = /^\s*(?:[*•-]|\d{1,2}[.)])\s+(.*)$/.exec(line)?.[1];
    const words = (item ?? line).trim();
    const last = blocks.at(-1);
    if (words !== "" && item === undefined) blocks.push(words);
    else if (words !== "" && Array.isArray(last) && !isGap) last.push(words);
    else if (words !== "") blocks.push([words]);
    isGap = words === "" && !Array.isArray(last);
  }
  return blocks;
}
