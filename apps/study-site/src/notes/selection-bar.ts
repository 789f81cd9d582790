// The bar beneath selected words. Below, because a phone shows its own menu above.

import type { FieldText } from "@studydesk/anchors/page/field-text";
import type { TextRange } from "@studydesk/anchors/text-anchor";
import { button, element } from "./element";

export interface SelectedWords {
  field: FieldText;
  range: TextRange;
}

export interface SelectionBar {
  /** Shows the bar where words of a field are selected; hides it where none are. */
  follow(fields: readonly FieldText[], label: string): void;
  hide(): void;
}

export function createSelectionBar(onPress: (selected: SelectedWords) => void): SelectionBar {
  let selected: SelectedWords | undefined;
  const press = button(
    "",
    () => {
      const words = selected;
      hide();
      if (words) onPress(words);
    },
    { class: "note-offer" },
  );
  const bar = element("div", { class: "note-bar", "data-notes": true, hidden: true }, press);
  // A press must not take the selection away before it is heard.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  document.body.append(bar);
  function hide() {
    bar.hidden = true;
    selected = undefined;
  }
  return {
    hide,
    follow(fields, label) {
      const found = selectedWords(fields);
      if (!found) return hide();
      selected = found.words;
      press.textContent = label;
      bar.hidden = false;
      place(bar, found.box);
    },
  };
}

function selectedWords(
  fields: readonly FieldText[],
): { words: SelectedWords; box: DOMRect } | undefined {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  for (const field of fields) {
    if (!range.intersectsNode(field.element)) continue;
    const part = field.fromPage(range);
    if (!part || field.text.slice(part.start, part.end).trim() === "") continue;
    const boxes = field.toPage(part).getClientRects();
    const box = boxes[boxes.length - 1];
    if (box) return { words: { field, range: part }, box };
  }
  return undefined;
}

function place(bar: HTMLElement, box: DOMRect): void {
  const gap = matchMedia("(pointer: coarse)").matches ? 32 : 8;
  const edge = 8;
  const { offsetWidth: width, offsetHeight: height } = bar;
  const left = Math.max(edge, Math.min(box.right - width / 2, innerWidth - width - edge));
  const top = Math.max(edge, Math.min(box.bottom + gap, innerHeight - height - edge));
  bar.style.left = `${left + scrollX}px`;
  bar.style.top = `${top + scrollY}px`;
}
