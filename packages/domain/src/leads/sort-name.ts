// The name as it is sorted and searched: "last first" without case and accents.

/** NFKD, marks stripped, lower case, single spaces; composed again so that Hangul stays whole. */
export function sortNameOf(firstName: string, lastName: string): string {
  return `${lastName} ${firstName}`
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
}
