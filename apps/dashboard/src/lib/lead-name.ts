// What a lead is called on the desk: the person's name, or that it was erased. Never an empty cell.
import { fullName } from "@studydesk/domain/leads/full-name";

export const erasedName = "Erased person";

export function leadName(lead: {
  firstName: string;
  lastName: string;
  erasedAt: string | null;
}): string {
  return lead.erasedAt === null ? fullName(lead) : erasedName;
}
