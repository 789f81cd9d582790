// Elements in one line. What is written goes in as text, never as markup.

type Child = Node | string | undefined;

/** An attribute that is undefined or false is left out, one that is true stands empty. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Looks like a link, unless it is given another class. */
export function button(
  label: string,
  onPress: () => void,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
): HTMLButtonElement {
  const made = element("button", { type: "button", class: "as-link", ...attributes }, label);
  made.addEventListener("click", onPress);
  return made;
}

/** Words of the page or of the reader, in whatever direction they run. */
export function ownWords<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  text: string,
  className?: string,
): HTMLElementTagNameMap[Tag] {
  // Numbers alone run as the page does.
  const dir = /\p{L}/u.test(text) ? "auto" : undefined;
  return element(tag, { dir, class: className }, text);
}
