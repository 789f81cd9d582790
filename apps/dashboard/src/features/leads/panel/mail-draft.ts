// What a mail to a person begins with: the templates of the site, the person's own language first, and a
// template's text with the fields filled in that are known.

import { fullName } from "@studydesk/domain/leads/full-name";
import { languageName } from "@studydesk/domain/leads/languages";
import { type MergeValues, mergeText } from "@studydesk/domain/templates/merge-fields";
import type { Me } from "../../../lib/me";
import type { RouterOutputs } from "../../../lib/trpc";
import type { LeadView } from "../lead-types";

export type Template = RouterOutputs["templates"]["list"]["templates"][number];

export function mergeValues(lead: LeadView, me: Me): MergeValues {
  return {
    firstName: lead.firstName,
    lastName: lead.lastName,
    fullName: fullName(lead),
    studyTitle: lead.studyTitle,
    siteName: lead.siteName,
    siteCity: lead.siteCity,
    coordinatorName: me.name,
  };
}

/** "es-MX" is met by "es", and the other way round. */
function speaks(template: Template, language: string | null): boolean {
  const primary = (tag: string) => tag.toLowerCase().split("-")[0];
  return primary(template.language) === primary(language ?? "en");
}

/** Those in the person's language first; both parts by name. */
export function orderTemplates(
  templates: readonly Template[],
  language: string | null,
): { theirs: Template[]; others: Template[] } {
  return {
    theirs: templates.filter((each) => speaks(each, language)),
    others: templates.filter((each) => !speaks(each, language)),
  };
}

export function templateLabel({ name, language }: Template): string {
  return `${name} · ${languageName(language)}`;
}

export interface MailText {
  subject: string;
  body: string;
}

/** The title of the study is left to the server, which knows it in other languages. */
export function textOf(template: Template, known: MergeValues): MailText {
  const isEnglish = speaks(template, "en");
  const values = isEnglish ? known : { ...known, studyTitle: "{studyTitle}" };
  return {
    subject: mergeText(template.subject, values).text,
    body: mergeText(template.body, values).text,
  };
}
