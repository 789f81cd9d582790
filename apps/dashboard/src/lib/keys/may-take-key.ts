// When single keys are ours: never while somebody types, never over an open dialog or menu, and never
// in place of what Enter or Space does to the control that has the focus.

const typingFields =
  'textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"], [role="combobox"], [role="spinbutton"], input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"], [type="file"], [type="range"])';
const controls =
  'a[href], button, summary, input, [role="button"], [role="tab"], [role="menuitem"]';
const overlays =
  '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], dialog[open]';

export function mayTakeKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const target = event.target instanceof Element ? event.target : undefined;
  if (target?.closest(typingFields)) return false;
  if ((event.key === "Enter" || event.key === " ") && target?.closest(controls)) return false;
  return isScreenFree();
}

/** Nothing lies over the screen. */
export function isScreenFree(): boolean {
  return [...document.querySelectorAll(overlays)].every((overlay) => !overlay.checkVisibility());
}
