// What goes into a share: the chosen notes with the words they are about and where those stand, and a name
// if one was given. Nothing else of the reader.
import type { ShareNote, SharePayload } from "@studydesk/sealing/share-payload";
import type { KeptNote } from "./kept-notes";

export function sharePayloadOf(notes: readonly KeptNote[], authorName: string): SharePayload {
  const name = authorName.trim();
  return {
    version: 1,
    notes: notes.map(shareNoteOf),
    ...(name === "" ? {} : { authorName: name }),
  };
}

function shareNoteOf({
  text,
  writtenAt,
  anchor,
  title,
  heading,
  language,
  study,
}: KeptNote): ShareNote {
  const { exact, revision } = anchor;
  return {
    text,
    writtenAt,
    quote: {
      text: exact,
      source: heading ? `${title} · ${heading}` : title,
      page: `${language === "en" ? "" : `/${language}`}/studies/${study}`,
      ...(revision === "" ? {} : { revision }),
    },
  };
}
