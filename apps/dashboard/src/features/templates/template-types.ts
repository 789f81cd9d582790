// The shapes that the server sends for templates, under the names the screens use.
import type { RouterOutputs } from "../../lib/trpc";

export type Template = RouterOutputs["templates"]["list"]["templates"][number];

/** What the form holds. */
export interface TemplateFields {
  name: string;
  language: string;
  subject: string;
  body: string;
}

/** What is open in the dialog: one that there is, or a new one that begins like this. */
export type EditedTemplate = { template: Template } | { start: TemplateFields };
