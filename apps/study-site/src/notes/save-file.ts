// The notes of a page as a file of the reader's own, in the words of the W3C Web Annotation model, so that
// other programs can read it.
import { annotationTarget } from "@studydesk/anchors/web-annotation";
import { element } from "./element";
import type { KeptNote } from "./kept-notes";

export function saveNotesFile(notes: readonly KeptNote[], study: string): void {
  const file = new Blob([JSON.stringify(annotationsOf(notes), null, 2)], {
    type: "application/ld+json",
  });
  const address = URL.createObjectURL(file);
  const link = element("a", { href: address, download: `notes-${study}.json` });
  link.click();
  URL.revokeObjectURL(address);
}

function annotationsOf(notes: readonly KeptNote[]) {
  return notes.map(({ id, study, title, heading, anchor, text, writtenAt, language }) => ({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `urn:uuid:${id}`,
    type: "Annotation",
    motivation: "commenting",
    created: writtenAt,
    body: { type: "TextualBody", value: text, format: "text/plain" },
    target: annotationTarget(anchor, `${pageOf(study, language)}#${anchor.fieldPath}`),
    about: heading ? `${title} · ${heading}` : title,
  }));
}

function pageOf(study: string, language: string): string {
  return `${location.origin}${language === "en" ? "" : `/${language}`}/studies/${study}`;
}
