// The person that an argument of a command names by their address.

import type { Db } from "@studydesk/db/open-database";
import { findPersonByEmail, type Person } from "@studydesk/db/people/person-queries";
import { DomainError } from "@studydesk/domain/errors";
import { emailSchema } from "@studydesk/domain/people/people-inputs";

export async function requirePerson(db: Db, address: string): Promise<Person> {
  const email = emailSchema.safeParse(address);
  const person = email.success ? await findPersonByEmail(db, email.data) : undefined;
  if (person) return person;
  throw new DomainError(
    "not_found",
    "Nobody signs in with this address. See who there is: pnpm studydesk people",
  );
}
