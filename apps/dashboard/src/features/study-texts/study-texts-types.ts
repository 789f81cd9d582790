// The texts of a study's page as the server sends them.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { RouterOutputs } from "../../lib/trpc";

export type StudyTexts = RouterOutputs["studyTexts"]["read"];
export type Passage = StudyTexts["passages"][number];
export type Wording = NonNullable<Passage["wording"]>;

/** Whose texts, in which language: what every change of them says. */
export interface TextsPlace {
  studyId: number;
  language: PublicLanguage;
}
