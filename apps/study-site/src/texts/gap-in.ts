// What stands between two sentences: Chinese full stops bring their own room.
import type { PublicLanguage } from "@studydesk/domain/public-language";

export function gapIn(language: PublicLanguage): string {
  return language === "zh" ? "" : " ";
}
