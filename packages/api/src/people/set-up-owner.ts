// Makes the one owner of an installation, once, on the server's own command line.
import { randomUUID } from "node:crypto";
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { isUniqueViolation } from "@studydesk/db/dialect";
import { inTransaction } from "@studydesk/db/open-database";
import { addInstallation, findInstallation } from "@studydesk/db/people/installation-queries";
import { addPerson } from "@studydesk/db/people/person-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { SetUpOwnerInput } from "@studydesk/domain/people/people-inputs";
import type { Deps } from "../deps";
import { hashPassword } from "./password-hash";
import { requireGoodPassword } from "./password-refusal";

export async function setUpOwner(
  { db, now }: Pick<Deps, "db" | "now">,
  { email, name, password }: SetUpOwnerInput,
): Promise<{ userId: string }> {
  await requireNotSetUp({ db });
  requireGoodPassword(password, { email, name });
  const userId = randomUUID();
  const passwordHash = await hashPassword(password);
  const at = now().toISOString();
  try {
    await inTransaction(db, async (trx) => {
      await addPerson(trx, { userId, name, email, passwordHash, at });
      await addInstallation(trx, { ownerUserId: userId, isDemo: false, at });
      await addAudit(trx, {
        at,
        actorId: null,
        action: "installation.set_up",
        subject: "person",
        subjectId: userId,
        siteId: null,
        details: {},
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw alreadySetUp();
    throw error;
  }
  return { userId };
}

/** Before anybody is asked for a password that would then not be taken. */
export async function requireNotSetUp({ db }: Pick<Deps, "db">): Promise<void> {
  if (await findInstallation(db)) throw alreadySetUp();
}

function alreadySetUp(): DomainError {
  return new DomainError(
    "rule_broken",
    "This installation has its owner already. Sign in as the owner, or invite people with `pnpm studydesk invite`.",
    { reason: "already_set_up" },
  );
}
