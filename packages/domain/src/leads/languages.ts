// The languages that the contact form offers, each by the name its speakers use, so that a person who
// reads no English still finds theirs.

import type { PublicLanguage } from "../public-language";

export interface SpokenLanguage {
  /** BCP 47. */
  readonly tag: string;
  readonly ownName: string;
}

export const spokenLanguages: readonly SpokenLanguage[] = [
  { tag: "id", ownName: "Bahasa Indonesia" },
  { tag: "ca", ownName: "Català" },
  { tag: "cs", ownName: "Čeština" },
  { tag: "da", ownName: "Dansk" },
  { tag: "de", ownName: "Deutsch" },
  { tag: "en", ownName: "English" },
  { tag: "es", ownName: "Español" },
  { tag: "fil", ownName: "Filipino" },
  { tag: "fr", ownName: "Français" },
  { tag: "ht", ownName: "Kreyòl ayisyen" },
  { tag: "hr", ownName: "Hrvatski" },
  { tag: "it", ownName: "Italiano" },
  { tag: "sw", ownName: "Kiswahili" },
  { tag: "hu", ownName: "Magyar" },
  { tag: "nl", ownName: "Nederlands" },
  { tag: "nb", ownName: "Norsk bokmål" },
  { tag: "pl", ownName: "Polski" },
  { tag: "pt", ownName: "Português" },
  { tag: "ro", ownName: "Română" },
  { tag: "so", ownName: "Soomaali" },
  { tag: "fi", ownName: "Suomi" },
  { tag: "sv", ownName: "Svenska" },
  { tag: "vi", ownName: "Tiếng Việt" },
  { tag: "tr", ownName: "Türkçe" },
  { tag: "el", ownName: "Ελληνικά" },
  { tag: "ru", ownName: "Русский" },
  { tag: "sr", ownName: "Српски" },
  { tag: "uk", ownName: "Українська" },
  { tag: "he", ownName: "עברית" },
  { tag: "ar", ownName: "العربية" },
  { tag: "fa", ownName: "فارسی" },
  { tag: "ur", ownName: "اردو" },
  { tag: "am", ownName: "አማርኛ" },
  { tag: "hi", ownName: "हिन्दी" },
  { tag: "bn", ownName: "বাংলা" },
  { tag: "pa", ownName: "ਪੰਜਾਬੀ" },
  { tag: "ta", ownName: "தமிழ்" },
  { tag: "th", ownName: "ไทย" },
  { tag: "ko", ownName: "한국어" },
  { tag: "zh", ownName: "中文（普通话）" },
  { tag: "yue", ownName: "粵語" },
  { tag: "ja", ownName: "日本語" },
];

/** "Spanish" for "es", "español" to a reader of Spanish; a tag without a known name stays as it is. */
export function languageName(tag: string, reader: PublicLanguage = "en"): string {
  try {
    return namesFor(reader).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const namesByReader = new Map<PublicLanguage, Intl.DisplayNames>();

function namesFor(reader: PublicLanguage): Intl.DisplayNames {
  const known = namesByReader.get(reader);
  if (known) return known;
  const names = new Intl.DisplayNames([reader], { type: "language", fallback: "code" });
  namesByReader.set(reader, names);
  return names;
}

/** A tag from what was sent: an offered tag, a language's name (own or English), any other well-formed tag. */
export function readLanguage(sent: string): string | undefined {
  const wanted = sent.toLowerCase();
  const offered = spokenLanguages.find(
    ({ tag, ownName }) =>
      tag === wanted ||
      ownName.toLowerCase() === wanted ||
      languageName(tag).toLowerCase() === wanted,
  );
  if (offered) return offered.tag;
  if (sent.length > 35) return undefined;
  try {
    return Intl.getCanonicalLocales(sent)[0];
  } catch {
    return undefined;
  }
}
