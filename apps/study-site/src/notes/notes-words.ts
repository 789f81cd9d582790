// The words of the notes, in the page's language alone.
import type { NotesTexts } from "../texts/en/notes";
import type { NotesShareTexts } from "../texts/en/notes-share";

const words = {
  en: () => import("../texts/en/notes"),
  es: () => import("../texts/es/notes"),
  zh: () => import("../texts/zh/notes"),
  ar: () => import("../texts/ar/notes"),
};
const shareWords = {
  en: () => import("../texts/en/notes-share"),
  es: () => import("../texts/es/notes-share"),
  zh: () => import("../texts/zh/notes-share"),
  ar: () => import("../texts/ar/notes-share"),
};

export async function readNotesWords(): Promise<NotesTexts> {
  return (await words[pageLanguage()]()).notes;
}

export async function readShareWords(): Promise<NotesShareTexts> {
  return (await shareWords[pageLanguage()]()).notesShare;
}

export function pageLanguage(): keyof typeof words {
  const { lang } = document.documentElement;
  return lang === "es" || lang === "zh" || lang === "ar" ? lang : "en";
}

/** Each by the name its readers use. */
export const languageNames: Readonly<Record<string, string>> = {
  en: "English",
  es: "Español",
  zh: "中文",
  ar: "العربية",
};
