/**
 * A `ref` for the field of a dialog that a key opens: what is typed right behind the key must be in it. Dialogs
 * give the focus a moment later, and a letter in between would mean something else.
 */
export function focusAtOnce(field: HTMLElement | null): void {
  field?.focus();
}
