import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NoteBlock, type NoteSpan, readNoteText } from "./read-note-text";

const plain = (text: string): NoteSpan => ({ text, isBold: false, href: null });
const strong = (text: string): NoteSpan => ({ text, isBold: true, href: null });
const linesOf = (block: NoteBlock) => (block.kind === "list" ? block.items : block.lines);
const spansOf = (text: string) => readNoteText(text).flatMap(linesOf).flat();

describe("a note's text", () => {
  it("is read as paragraphs and lists, line by line", () => {
    expect(readNoteText("Ask about:\n- trains\n-   **parking**\n\n\nThen call.\r\nTwice.")).toEqual(
      [
        { kind: "paragraph", lines: [[plain("Ask about:")]] },
        { kind: "list", items: [[plain("trains")], [strong("parking")]] },
        { kind: "paragraph", lines: [[plain("Then call.")], [plain("Twice.")]] },
      ],
    );
  });

  it("has bold words, and stars that mean nothing stay", () => {
    expect(spansOf("a **b c** d")).toEqual([plain("a "), strong("b c"), plain(" d")]);
    for (const text of ["2 ** 3 ** 4", "**", "****", "**open", "a * b", "-no list", "<b>no</b>"]) {
      expect(spansOf(text)).toEqual([plain(text)]);
    }
  });

  it.for([
    ["see https://example.org/a_b?c=1#d.", "https://example.org/a_b?c=1#d"],
    ["(http://example.org)", "http://example.org/"],
    ["https://example.org/a_(b), then", "https://example.org/a_(b)"],
    ["**https://example.org/x**", "https://example.org/x"],
    ["HTTPS://EXAMPLE.ORG/x", "https://example.org/x"],
  ] as const)("links the address in %j", ([text, href]) => {
    expect(spansOf(text).flatMap((span) => span.href ?? [])).toEqual([href]);
  });

  it.for([
    "javascript:alert(1)",
    "data:text/html,x",
    "mailto:ana@example.org",
    "www.example.org",
    "[here](javascript:alert(1))",
    "https://",
    "https://bank.example.org@example.com/",
    "ftp://example.org",
  ])("links nothing in %j", (text) => {
    expect(spansOf(text).every(({ href }) => href === null)).toBe(true);
  });

  it("takes no longer for an address of nothing but brackets", () => {
    const brackets = ")".repeat(1_000_000);
    expect(spansOf(`https://example.org/(a)${brackets}`)).toEqual([
      { text: "https://example.org/(a)", isBold: false, href: "https://example.org/(a)" },
      { text: brackets, isBold: false, href: null },
    ]);
  });

  it("loses no letter, and links to the web alone, whatever was typed", () => {
    const pieces = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("**", "- ", "\n", "https://example.org/", "javascript:", "\u202e", " ", ")"),
    );
    fc.assert(
      fc.property(fc.array(pieces), (typed) => {
        const text = typed.join("");
        const letters = (of: string) => of.replace(/[\s*-]/g, "");
        expect(
          letters(
            spansOf(text)
              .map((span) => span.text)
              .join(""),
          ),
        ).toBe(letters(text));
        for (const { href } of spansOf(text)) if (href) expect(href).toMatch(/^https?:\/\//);
      }),
    );
  });
});
