// The local wording of a study's texts, and its own common questions.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { StudyTextField } from "@studydesk/domain/studies/study-passages";
import type { Generated } from "kysely";
import type { Fixed } from "./columns";

interface StudyTextsTable {
  id: Generated<number>;
  studyId: Fixed<number>;
  language: Fixed<PublicLanguage>;
  field: Fixed<StudyTextField>;
  /** Where a passage of the criteria stood when this was written, such as "I3". */
  label: string | null;
  text: string;
  /** The registry's text that this was made from. */
  source: string;
  sourceSha256: string;
  updatedAt: string;
  updatedBy: string;
  version: Generated<number>;
}

interface StudyFaqsTable {
  id: Generated<number>;
  studyId: Fixed<number>;
  language: Fixed<PublicLanguage>;
  /** `Faq[]` of domain, as JSON. */
  items: string;
  updatedAt: string;
  updatedBy: string;
  version: Generated<number>;
}

export interface StudyTextTables {
  studyTexts: StudyTextsTable;
  studyFaqs: StudyFaqsTable;
}
