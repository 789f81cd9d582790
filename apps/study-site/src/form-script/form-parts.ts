// Small pieces of the page that the form's script adds.

/** An element with a class and a text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = "",
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

export function makeButton(className: string, text: string, onPress: () => void) {
  const button = make("button", className, text);
  button.type = "button";
  button.addEventListener("click", onPress);
  return button;
}

/** Adds an id to what describes a control, or takes it away. */
export function describe(control: Element, id: string, isDescribed: boolean): void {
  const ids = new Set((control.getAttribute("aria-describedby") ?? "").split(" "));
  if (isDescribed) ids.add(id);
  else ids.delete(id);
  const list = [...ids].join(" ").trim();
  if (list) control.setAttribute("aria-describedby", list);
  else control.removeAttribute("aria-describedby");
}

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function isControl(target: unknown): target is Control {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  );
}

export function listControls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(isControl);
}

/** Takes out what was typed and chosen, also what the server had put back. */
export function emptyForm(form: HTMLFormElement): void {
  for (const control of listControls(form)) {
    if (control.type === "hidden") continue;
    if (control.type === "radio" || control.type === "checkbox") uncheck(control);
    else control.value = "";
  }
}

function uncheck(control: Control): void {
  if (control instanceof HTMLInputElement) control.checked = false;
}
