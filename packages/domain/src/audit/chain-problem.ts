// What can be wrong with an audit chain, as closed words, and what each says to a person.

export const chainProblems = [
  "not_readable",
  "missing",
  "out_of_order",
  "not_linked",
  "altered",
  "head_altered",
  "signature_forged",
  "key_unknown",
  "key_altered",
  "key_not_announced",
  "cut",
  "file_altered",
  "file_forged",
  "excerpt",
  "anchor_missing",
  "anchor_other",
  "review_signature",
  "review_unsigned",
] as const;
export type ChainProblem = (typeof chainProblems)[number];

/** `sequence`: the first row that does not hold, as far as that can be told. */
export function chainProblemSentence(problem: ChainProblem, sequence: number): string {
  const row = `Row ${sequence}`;
  switch (problem) {
    case "not_readable":
      return `${row} cannot be read: what stands in its place is not what an audit trail has there.`;
    case "missing":
      return `${row} is missing: it was deleted, or rows were taken out from there on.`;
    case "out_of_order":
      return `${row} should come next, and another one does: rows were moved or put in.`;
    case "not_linked":
      return `${row} does not follow from the row before it: one of the two was written anew.`;
    case "altered":
      return `${row} was changed after it was written: its digest is no longer that of what it says.`;
    case "head_altered":
      return `The signature under row ${sequence} names another digest than the row has: the rows up to there were written anew.`;
    case "signature_forged":
      return `The signature under row ${sequence} was not made with the key that it names.`;
    case "key_unknown":
      return `The signature under row ${sequence} names a key that is not there.`;
    case "key_altered":
      return `A public key was swapped: it is not the one whose number it bears. No signature under it counts, from row ${sequence} on.`;
    case "key_not_announced":
      return `The signature under row ${sequence} was made with a key that no row before it brought in.`;
    case "cut":
      return `The trail ends before row ${sequence}, and should go on: its end was cut off.`;
    case "file_altered":
      return `The file was changed outside of its rows, which hold up to row ${sequence}: its digest is another one.`;
    case "file_forged":
      return `The file's rows hold up to row ${sequence}, and the signature at its end does not: somebody else put this file together.`;
    case "excerpt":
      return "This file holds the rows of some sites. They cannot prove themselves; ask the owner for the whole trail.";
    case "anchor_missing":
      return `${row} is missing: its digest was kept outside the database, so rows from there on were cut off, or an older database was put back.`;
    case "anchor_other":
      return `${row} is not the row whose digest was kept outside the database: it or rows before it were written anew, or an older database was put back and written on.`;
    case "review_signature":
      return `${row} says which signature stands under a review, and the one that is kept is another one, or gone, or what was signed was changed.`;
    case "review_unsigned":
      return `Up to row ${sequence} the trail holds; but a signature is kept under a review that no row speaks of.`;
  }
}
