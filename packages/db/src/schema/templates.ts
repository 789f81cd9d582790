// The mail templates of a site.
import type { Generated } from "kysely";
import type { Fixed } from "./columns";

interface MailTemplatesTable {
  id: Generated<number>;
  siteId: Fixed<number>;
  /** What it is for; the same name in another language is the same template. */
  name: string;
  /** BCP 47. */
  language: string;
  subject: string;
  body: string;
  updatedAt: string;
  /** Null: made by the program. */
  updatedBy: string | null;
  version: Generated<number>;
}

export interface TemplateTables {
  mailTemplates: MailTemplatesTable;
}
