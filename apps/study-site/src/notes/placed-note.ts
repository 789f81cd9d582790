// Where each note stands on the page as it is now: in its own field, or in another one when criteria were
// renumbered, or nowhere.
import { type FoundAnchor, findAnchor } from "@studydesk/anchors/find-anchor";
import type { FieldText } from "@studydesk/anchors/page/field-text";
import type { KeptNote } from "./kept-notes";

export type FoundPlace = Exclude<FoundAnchor, { state: "orphan" }>;

export interface PlacedNote {
  note: KeptNote;
  /** In the order of the page, from 1. */
  number: number;
  /** Undefined: its words are not on this page. */
  place: { field: FieldText; found: FoundPlace } | undefined;
}

const withoutDoubt = 0.85;

export async function placeNotes(
  notes: readonly KeptNote[],
  fields: readonly FieldText[],
): Promise<PlacedNote[]> {
  const placed = await Promise.all(
    notes.map(async (note) => ({ note, place: await findPlace(note, fields) })),
  );
  const orderOf = ({ place }: (typeof placed)[number]) =>
    place ? fields.indexOf(place.field) : fields.length;
  return placed
    .sort(
      (a, b) =>
        orderOf(a) - orderOf(b) || (a.place?.found.start ?? 0) - (b.place?.found.start ?? 0),
    )
    .map((one, index) => ({ ...one, number: index + 1 }));
}

async function findPlace(
  { anchor }: KeptNote,
  fields: readonly FieldText[],
): Promise<PlacedNote["place"]> {
  const own = fields.find(({ path }) => path === anchor.fieldPath);
  let best = own && (await findIn(own, anchor));
  if (best && best.found.score >= withoutDoubt && best.found.flags.length === 0) return best;
  for (const field of fields) {
    if (field === own) continue;
    const other = await findIn(field, anchor);
    const isSure = other !== undefined && other.found.score >= withoutDoubt;
    if (isSure && (!best || isBetter(other.found, best.found))) best = other;
  }
  return best;
}

async function findIn(field: FieldText, anchor: KeptNote["anchor"]): Promise<PlacedNote["place"]> {
  const found = await findAnchor(anchor, field.text);
  return found.state === "orphan" ? undefined : { field, found };
}

/** The very words elsewhere are the place; words like them are not, where its own field has some, too. */
function isBetter(other: FoundPlace, best: FoundPlace): boolean {
  if (best.flags.length > 0 && other.flags.length === 0 && other.score > 0.95) return true;
  return best.score < withoutDoubt && other.score > best.score;
}
