// The number of a lead, as an argument of a command.
import { DomainError } from "@studydesk/domain/errors";

/** Throws invalid. */
export function readLeadNumber(typed: string): number {
  const number = /^#?(\d{1,9})$/.exec(typed)?.[1];
  if (number !== undefined && Number(number) > 0) return Number(number);
  throw new DomainError(
    "invalid",
    "A lead is named by its number, such as 17: it stands on the lead’s page.",
  );
}
