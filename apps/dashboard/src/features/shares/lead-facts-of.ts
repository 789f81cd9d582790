// What may be said of a lead in a share, each by itself.
import { fullName } from "@studydesk/domain/leads/full-name";
import type { LeadFact } from "./share-types";

export interface LeadToName {
  firstName: string;
  lastName: string;
  email: string;
  phoneShown: string | null;
  phoneTyped: string;
  studyTitle: string;
}

export function leadFactsOf(lead: LeadToName): LeadFact[] {
  return [
    { label: "Name", value: fullName(lead) },
    { label: "Study", value: lead.studyTitle },
    { label: "Phone", value: lead.phoneShown ?? lead.phoneTyped },
    { label: "E-mail", value: lead.email },
  ].filter(({ value }) => value.trim() !== "");
}
