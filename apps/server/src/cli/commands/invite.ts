// `studydesk invite`: prints the link of an invitation, for handing over by another way than mail.
import { createInvitation } from "@studydesk/api/people/invite-person";
import { emailSchema } from "@studydesk/domain/people/people-inputs";
import { roleLabels, roleSchema, roles } from "@studydesk/domain/people/viewer";
import type { Command } from "commander";
import { z } from "zod";
import { addCommand } from "../add-command";
import { readOptions } from "../read-options";
import { requireSite } from "../require-site";
import { tell } from "../tell";
import { withDeps } from "../with-deps";

interface InviteOptions {
  json?: boolean;
  email: string;
  role: string;
  site: string;
}

const inviteOptions = z.object({
  email: emailSchema,
  role: z.string().pipe(z.enum(roleSchema.options, `Write one of ${roles.join(", ")}`)),
  site: z.string().trim().min(1, "Write the number or the name of a site"),
});

export function registerInvite(program: Command): void {
  addCommand(program, "invite", "Invites a person to a role at a site and prints the link.")
    .requiredOption("--email <address>", "who is invited")
    .requiredOption("--role <role>", roles.join(", "))
    .requiredOption("--site <site>", "its number or its name")
    .action(async (options: InviteOptions) => {
      const { email, role, site: called } = readOptions(inviteOptions, options);
      const result = await withDeps(async (deps) => {
        const site = await requireSite(deps.db, called);
        const invitation = await createInvitation(deps, "command", {
          email,
          role,
          siteId: site.id,
        });
        return { ...invitation, siteName: site.name, isMailed: deps.hasMailServer };
      });
      tell(options, result, [
        `${roleLabels[role]} at ${result.siteName}. The link works once, until ${result.expiresAt}:`,
        result.link,
        result.isMailed
          ? "The running server sends it by mail as well."
          : "No mail server is set (SMTP_URL), so hand the link over yourself.",
      ]);
    });
}
