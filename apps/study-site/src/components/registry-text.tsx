// The registry's free text: paragraphs and simple lists ("* ", "1. ").

type Block = { kind: "paragraph"; text: string } | { kind: "list"; items: string[] };

export function RegistryText({ text }: { text: string }) {
  return readBlocks(text).map((block, index) =>
    block.kind === "paragraph" ? (
      <p key={`${index}`}>{block.text}</p>
    ) : (
      <ul key={`${index}`}>
        {block.items.map((item, position) => (
          <li key={`${position}`}>{item}</li>
        ))}
      </ul>
    ),
  );
}

function readBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const part of text.split(/\r?\n\s*\r?\n/)) {
    for (const line of part.split(/\r?\n/)) {
      const item = /^\s*(?:[*•-]|\d{1,2}[.)])\s+(.*)$/.exec(line);
      const last = blocks.at(-1);
      const words = (item?.[1] ?? line).replace(/\s+/g, " ").trim();
      if (words === "") continue;
      if (!item) blocks.push({ kind: "paragraph", text: words });
      else if (last?.kind === "list") last.items.push(words);
      else blocks.push({ kind: "list", items: [words] });
    }
  }
  return blocks;
}
