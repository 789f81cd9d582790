// What the reader passes on: link and passcode, each to be copied and sent by itself.
import { encode } from "uqr";
import type { NotesShareTexts } from "../texts/en/notes-share";
import { button, element } from "./element";

export function shareResult(
  t: NotesShareTexts,
  made: { link: string; passcode: string },
  done: () => void,
): Element[] {
  const { link, passcode } = made;
  const mail = `mailto:?subject=${encodeURIComponent(t.mailSubject)}&body=${encodeURIComponent(t.mailText(link))}`;
  return [
    element("h2", { id: "share-title", tabindex: "-1" }, t.readyTitle),
    element("p", {}, t.ways),
    element("p", { class: "note-flag" }, t.onlyNow),
    ...copyField(t, { id: "share-link", name: t.link, value: link, copy: t.copyLink }),
    ...copyField(t, {
      id: "share-made-passcode",
      name: t.passcode,
      value: passcode,
      copy: t.copyPasscode,
    }),
    qrImage(link, t.qr),
    element(
      "div",
      { class: "note-actions" },
      button(t.done, done, { class: "main" }),
      "share" in navigator
        ? button(t.sendLink, () => void navigator.share({ url: link }).catch(() => {}))
        : undefined,
      element("a", { href: mail }, t.mailLink),
    ),
  ];
}

function copyField(
  t: NotesShareTexts,
  { id, name, value, copy }: { id: string; name: string; value: string; copy: string },
): HTMLElement[] {
  const field = element("input", { id, readonly: true, dir: "ltr", class: "code" });
  field.value = value;
  field.addEventListener("focus", () => field.select());
  const told = element("span", { role: "status", class: "hint" });
  const press = button(copy, () => {
    const done = navigator.clipboard?.writeText(value) ?? Promise.reject();
    done.then(
      () => (told.textContent = t.copied),
      () => {
        told.textContent = t.notCopied;
        field.focus();
      },
    );
  });
  return [
    element("label", { for: id }, name),
    element("div", { class: "copy-field" }, field, press, told),
  ];
}

/** Dark on white whatever the colour scheme, or cameras fail. */
function qrImage(text: string, label: string): Element {
  const { size, data } = encode(text, { ecc: "M", border: 4 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  const svg = (tag: string, attributes: Record<string, string>) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const image = svg("svg", {
    class: "note-qr",
    viewBox: `0 0 ${size} ${size}`,
    role: "img",
    "aria-label": label,
    "shape-rendering": "crispEdges",
  });
  image.append(
    svg("rect", { width: `${size}`, height: `${size}`, fill: "#fff" }),
    svg("path", { d: path, fill: "#000" }),
  );
  return image;
}
