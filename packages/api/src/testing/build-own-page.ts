// Ana wrote through a study's form and holds the private link of her mailed copy; her site's coordinator
// works on the lead.
import type { Db } from "@studydesk/db/open-database";
import type { Deps } from "../deps";
import { buildCaller } from "./build-caller";
import { buildForm, network } from "./build-form";

export async function buildOwnPage(db: Db, overrides: Partial<Deps> = {}) {
  const form = await buildForm(db, overrides);
  /** Tokens of all links in kept mail, oldest first. */
  const tokens = async () =>
    (await form.rows.outbox()).flatMap(({ textBody }) => tokensIn(textBody));
  await form.send();
  const [token = ""] = await tokens();
  const team = buildCaller(form.deps, form.coordinator);
  const [lead] = await form.rows.leads();
  return {
    ...form,
    team,
    tokens,
    leadId: lead?.id ?? 0,
    holder: { token, network },
    /** The lead as it is kept now. */
    lead: () =>
      db
        .selectFrom("leads")
        .selectAll()
        .where("id", "=", lead?.id ?? 0)
        .executeTakeFirstOrThrow(),
  };
}

export function tokensIn(text: string): string[] {
  return [...text.matchAll(/\/status\/([\w-]{43})/g)].map(([, token = ""]) => token);
}
