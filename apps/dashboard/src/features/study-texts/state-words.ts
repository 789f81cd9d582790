// How a wording stands to the registry's text of today, in words.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { TextState } from "@studydesk/domain/studies/study-texts";
import type { Tone } from "../../components/status-badge";

/** In English a wording is an edit of the registry's own text, elsewhere a translation. */
export function stateWords(
  language: PublicLanguage,
  state: TextState,
): { label: string; tone: Tone } {
  if (state === "registry_changed") return { label: "Registry changed since", tone: "contacting" };
  if (state === "current") {
    return { label: language === "en" ? "Edited here" : "Translated", tone: "good" };
  }
  return language === "en"
    ? { label: "As in the registry", tone: "idle" }
    : { label: "Not translated", tone: "idle" };
}
