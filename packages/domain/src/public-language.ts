// The languages of the public side and its mails, how an address names them, and which one a person's
// tag means. English has the plain address; the others stand in front of the path. The page's scripts read
// this, too, so it needs no library.

export const publicLanguages = ["en", "es", "zh", "ar"] as const;
export type PublicLanguage = (typeof publicLanguages)[number];

/** Each by the name its readers use. */
export const publicLanguageNames: Readonly<Record<PublicLanguage, string>> = {
  en: "English",
  es: "Español",
  zh: "中文",
  ar: "العربية",
};

export function directionOf(language: PublicLanguage): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

const locales: Readonly<Record<PublicLanguage, string>> = {
  en: "en-GB",
  es: "es",
  zh: "zh-Hans",
  // Said outright: browsers and servers differ in the digits and the calendar that they give Arabic.
  ar: "ar-u-ca-gregory-nu-latn",
};

/** For `Intl`: dates of the Gregorian calendar and Western digits, in every language. */
export function localeOf(language: PublicLanguage): string {
  return locales[language];
}

/** `/studies/NCT…` in Spanish is `/es/studies/NCT…`. */
export function pathIn(language: PublicLanguage, path: `/${string}`): string {
  return language === "en" ? path : `/${language}${path}`;
}

/** The public language of a BCP 47 tag ("es-MX", "zh-Hant"), or undefined when there is none. */
export function readPublicLanguage(tag: string | null | undefined): PublicLanguage | undefined {
  const [primary] = (tag ?? "").toLowerCase().split("-");
  return publicLanguages.find((language) => language === primary);
}
