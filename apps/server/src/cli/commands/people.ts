// `studydesk people`, `withdraw-invitation`, `deactivate`, `reactivate`, `reset-password` and `reset-two-factor`: who
// works here or is invited to, and how accounts are opened. For whoever runs the server, also when nobody can sign in;
// the audit says that it was a command.
import { deactivatePerson, reactivatePerson } from "@studydesk/api/people/deactivate-person";
import {
  listInvitations,
  takeBackInvitation,
  type WaitingInvitationView,
} from "@studydesk/api/people/invitations";
import { makePasswordReset } from "@studydesk/api/people/password-reset";
import { resetSecondFactor } from "@studydesk/api/people/reset-second-factor";
import { listPeople } from "@studydesk/db/people/person-queries";
import { listSecondFactorOwners } from "@studydesk/db/people/second-factor-queries";
import { DomainError } from "@studydesk/domain/errors";
import { emailSchema } from "@studydesk/domain/people/people-inputs";
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
  addCommand(
    program,
    "people",
    "Lists who works here, as what, whose account is open, and who is invited.",
  ).action(async (options: Options) => {
    const listed = await withDeps(async (deps) => {
      const withSecondFactor = await listSecondFactorOwners(deps.db);
      const people = (await listPeople(deps.db, "all")).map(({ siteIds: _, ...person }) => ({
        ...person,
        hasSecondFactor: withSecondFactor.has(person.userId),
      }));
      return { people, invitations: await listInvitations(deps, "all") };
    });
    const { people, invitations } = listed;
    tell(
      options,
      listed,
      people.length === 0
        ? ["Nobody yet. Make the owner: pnpm studydesk setup"]
        : [
            ...people.map(
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
            ...invitations.map(invitationLine),
          ],
    );
  });

  addCommand(
    program,
    "withdraw-invitation",
    "Ends the links of all invitations that wait for somebody.",
  )
    .argument("<email>", "who was invited")
    .action(async (address: string, options: Options) => {
      const withdrawn = await withDeps(async (deps) => {
        const email = emailSchema.safeParse(address);
        const waiting = await listInvitations(deps, "all");
        const theirs = waiting.filter((one) => email.success && one.email === email.data);
        if (theirs.length === 0) {
          throw new DomainError(
            "not_found",
            "No invitation waits for this address. See which there are: pnpm studydesk people",
          );
        }
        for (const { id } of theirs)
          await takeBackInvitation(deps, "command", { invitationId: id });
        return theirs;
      });
      tell(options, { withdrawn }, [
        ...withdrawn.map(
          ({ role, siteName }) => `Withdrawn: ${roleLabels[role].toLowerCase()} at ${siteName}`,
        ),
        "The links work no longer.",
      ]);
    });

  addCommand(
    program,
    "deactivate",
    "Closes an account: signed out everywhere, shares and invitations ended.",
  )
    .argument("<email>", "whose")
    .action(async (email: string, options: Options) => {
      const result = await withDeps(async (deps) => {
        const { userId, name } = await requirePerson(deps.db, email);
        return { userId, name, ...(await deactivatePerson(deps, "command", { userId })) };
      });
      tell(options, result, [
        `${result.name} cannot sign in any more. Ended: ${result.sessions} sessions, ${result.shares} shares, ${result.invitations} invitations.`,
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

function invitationLine({
  email,
  role,
  siteName,
  state,
  expiresAt,
}: WaitingInvitationView): string {
  const until = state === "open" ? `open until ${expiresAt}` : `expired ${expiresAt}`;
  return `<${email}>, invited as ${roleLabels[role].toLowerCase()} at ${siteName}, ${until}`;
}
