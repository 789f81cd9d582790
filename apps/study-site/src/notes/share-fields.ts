// The fields of the share dialog, each with its name and what it is for.
import { element } from "./element";

export function textField(id: string, autocomplete = "off"): HTMLInputElement {
  return element("input", { id, type: "text", autocomplete, spellcheck: "false", dir: "auto" });
}

export function choiceOf(
  id: string,
  values: readonly number[],
  usual: number,
  words: (value: number) => string,
): HTMLSelectElement {
  const options = values.map((value) =>
    element("option", { value: `${value}`, selected: value === usual }, words(value)),
  );
  return element("select", { id }, ...options);
}

export function labelled(
  name: string,
  field: HTMLInputElement | HTMLSelectElement,
  hint?: string,
): HTMLElement[] {
  const label = element("label", { for: field.id }, name);
  if (hint === undefined) return [label, field];
  const id = `${field.id}-hint`;
  field.setAttribute("aria-describedby", id);
  return [label, field, element("p", { id, class: "hint" }, hint)];
}
