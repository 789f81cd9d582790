// The points listed below a criterion as lines that a person types: "- " begins one, two spaces more put
// it below the one before, and a line without a dash goes on with it.
import type { CriterionChild } from "@studydesk/domain/studies/criteria";

export function childrenToText(children: readonly CriterionChild[], depth = 0): string {
  const indent = "  ".repeat(depth);
  return children
    .flatMap(({ text, children: below }) => [
      `${indent}- ${text.replaceAll("\n", `\n${indent}  `)}`,
      ...(below.length > 0 ? [childrenToText(below, depth + 1)] : []),
    ])
    .join("\n");
}

export function textToChildren(text: string): CriterionChild[] {
  const roots: CriterionChild[] = [];
  // The chain of points that the next line may belong to, outermost first.
  let open: { indent: number; child: CriterionChild }[] = [];
  for (const line of text.split("\n")) {
    const { indent, hasDash, words } = readLine(line);
    const last = open.at(-1);
    if (words === "") continue;
    if (!hasDash && last) {
      last.child.text = `${last.child.text}\n${words}`;
      continue;
    }
    open = open.filter((each) => each.indent < indent);
    const child: CriterionChild = { text: words, children: [] };
    (open.at(-1)?.child.children ?? roots).push(child);
    open = [...open, { indent, child }];
  }
  return roots;
}

function readLine(line: string): { indent: number; hasDash: boolean; words: string } {
  const [, space = "", dash = "", words = ""] = /^(\s*)([-–•*]\s+|[-–•*]$)?(.*)$/u.exec(line) ?? [];
  return { indent: space.length, hasDash: dash !== "", words: words.trim() };
}
