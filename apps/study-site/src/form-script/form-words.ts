// The words of the script, in the page's language alone.
import type { FormScriptTexts } from "../texts/en/form-script";

const load = {
  en: () => import("../texts/en/form-script"),
  es: () => import("../texts/es/form-script"),
  zh: () => import("../texts/zh/form-script"),
  ar: () => import("../texts/ar/form-script"),
};

export async function readFormWords(): Promise<FormScriptTexts> {
  const { lang } = document.documentElement;
  const { formScript } = await (isKnown(lang) ? load[lang] : load.en)();
  return formScript;
}

function isKnown(lang: string): lang is keyof typeof load {
  return Object.hasOwn(load, lang);
}
