// One spelling for a place's name however it is typed: no case, no accents, no spaces or hyphens.

/** "São Paulo", "sao-paulo" and "SAO PAULO" are one; so are the ways to write an Arabic name. */
export function foldPlaceName(name: string): string {
  if (/^[ -~]*$/.test(name)) return name.toLowerCase().replace(/[^a-z0-9]+/g, "");
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ى", "ي")
    .replaceAll("ة", "ه")
    .replaceAll("ـ", "");
}
