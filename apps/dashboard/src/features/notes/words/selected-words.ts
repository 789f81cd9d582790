// The words of one text that are selected on the page, followed while the selection changes.
import { type FieldText, readField } from "@studydesk/anchors/page/field-text";
import type { TextRange } from "@studydesk/anchors/text-anchor";
import { useEffect, useState } from "react";

export interface SelectedWords {
  field: HTMLElement;
  range: TextRange;
  /** Where the last line of them stands in the window. */
  box: DOMRect;
}

export function useSelectedWords(): SelectedWords | undefined {
  const [selected, setSelected] = useState<SelectedWords>();
  useEffect(() => {
    const follow = () => setSelected(findSelected());
    document.addEventListener("selectionchange", follow);
    window.addEventListener("scroll", follow, { capture: true, passive: true });
    window.addEventListener("resize", follow);
    return () => {
      document.removeEventListener("selectionchange", follow);
      window.removeEventListener("scroll", follow, { capture: true });
      window.removeEventListener("resize", follow);
    };
  }, []);
  return selected;
}

function findSelected(): SelectedWords | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  for (const element of document.querySelectorAll<HTMLElement>("[data-anchor-field]")) {
    if (!range.intersectsNode(element)) continue;
    const field = readField(element);
    const part = partOf(field, range);
    const box = part && [...field.toPage(part).getClientRects()].at(-1);
    if (part && box) return { field: element, range: part, box };
  }
  return undefined;
}

function partOf(field: FieldText, range: Range): TextRange | undefined {
  const part = field.fromPage(range);
  return part && field.text.slice(part.start, part.end).trim() !== "" ? part : undefined;
}
