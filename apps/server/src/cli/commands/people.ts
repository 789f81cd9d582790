// `studydesk people`, `deactivate`, `reactivate`, `reset-password` and `reset-two-factor`: who works here, and how
// accounts are opened. For whoever runs the server, also when nobody can sign in; the audit says that it was a
// command.
import { deactivatePerson, reactivatePerson } from "@studydesk/api/people/deactivate-person";
import { makePasswordReset } from "@studydesk/api/people/password-reset";
import { resetSecondFactor } from "@studydesk/api/people/reset-second-factor";
import { listPeople } from "@studydesk/db/people/person-queries";
import { listSecondFactorOwners } from "@studydesk/db/people/second-factor-queries";
import { roleLabels } from "@studydesk/domain/people/viewer";
import type { Command } from "commander";
import { addCommand } from "../add-command";
import { requirePerson } from "../require-person";
import { tell } from "../tell";
import { withDeps } from "../with-deps";

interface Options {
  json?: boolean;
}

export function registerPeople(program: Command): void {
  addCommand(program, "people", "Lists who works here, as what, and whose account is open.").action(
    async (options: Options) => {
      const people = await withDeps(async ({ db }) => {
        const withSecondFactor = await listSecondFactorOwners(db);
        return (await listPeople(db, "all")).map(({ siteIds: _, ...person }) => ({
          ...person,
          hasSecondFactor: withSecondFactor.has(person.userId),
        }));
      });
      tell(
        options,
        { people },
        people.length === 0
          ? ["Nobody yet. Make the owner: pnpm studydesk setup"]
          : people.map(
              ({ name, email, isOwner, deactivatedAt, lastSignInAt, hasSecondFactor, roles }) =>
                [
                  `${name} <${email}>`,
                  ...(isOwner ? ["owner"] : []),
                  ...roles.map(
                    ({ role, siteName }) => `${roleLabels[role].toLowerCase()} at ${siteName}`,
                  ),
                  `two-factor ${hasSecondFactor ? "on" : "off"}`,
                  deactivatedAt
                    ? `deactivated ${deactivatedAt}`
                    : `last signed in ${lastSignInAt ?? "never"}`,
                ].join(", "),
            ),
      );
    },
  );

  addCommand(program, "deactivate", "Closes an account: signed out everywhere, shares ended.")
    .argument("<email>", "whose")
    .action(async (email: string, options: Options) => {
      const result = await withDeps(async (deps) => {
        const { userId, name } = await requirePerson(deps.db, email);
        return { userId, name, ...(await deactivatePerson(deps, "command", { userId })) };
      });
      tell(options, result, [
        `${result.name} cannot sign in any more. Ended: ${result.sessions} sessions, ${result.shares} shares.`,
        "Their open leads stay theirs until an admin of the site gives them on.",
      ]);
    });

  addCommand(program, "reactivate", "Opens a closed account again, with the roles it had.")
    .argument("<email>", "whose")
    .action(async (email: string, options: Options) => {
      const person = await withDeps(async (deps) => {
        const found = await requirePerson(deps.db, email);
        await reactivatePerson(deps, "command", { userId: found.userId });
        return found;
      });
      tell(options, { userId: person.userId }, [`${person.name} can sign in again.`]);
    });

  addCommand(
    program,
    "reset-two-factor",
    "Takes somebody's second factor away; the password stays.",
  )
    .argument("<email>", "whose")
    .action(async (email: string, options: Options) => {
      const result = await withDeps(async (deps) => {
        const { userId, name } = await requirePerson(deps.db, email);
        return { userId, name, ...(await resetSecondFactor(deps, "command", { userId })) };
      });
      tell(options, result, [
        `${result.name} signs in with the password alone, and sets up a new second factor if their roles ask for one.`,
        `Ended: ${result.sessions} sessions. A mail tells them, once a server with SMTP_URL runs.`,
      ]);
    });

  addCommand(program, "reset-password", "Makes a link by which somebody sets a new password.")
    .argument("<email>", "whose")
    .action(async (email: string, options: Options) => {
      const result = await withDeps(async (deps) => {
        const { userId, name } = await requirePerson(deps.db, email);
        return { userId, name, ...(await makePasswordReset(deps, userId)) };
      });
      tell(options, result, [
        `A new password for ${result.name}. The link works once, until ${result.expiresAt}:`,
        result.link,
        "Hand it over yourself: whoever has it can set the password. A second factor stays.",
      ]);
    });
}
