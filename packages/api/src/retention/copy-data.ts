// Hands out a copy of what is held about one person: to an admin of the site, who answers somebody who asked for it,
// and to the person on their own status page. Each copy is audited, without a word of it.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import type { LeadRecord } from "@studydesk/db/leads/lead-record";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import { type PublicLanguage, readPublicLanguage } from "@studydesk/domain/public-language";
import type { CopyDataInput, PersonFile } from "@studydesk/domain/retention/person-file";
import type { PersonFileForm } from "@studydesk/domain/retention/person-file-forms";
import { personFileWords } from "@studydesk/domain/retention/person-file-words";
import type { Deps } from "../deps";
import { type AccountActor, auditOf } from "../people/get-account";
import type { Limit } from "../rate-limits";
import { getOwnLead, type LinkHolder } from "../status-page/status-link";
import { getLeadToServe } from "./erase-lead";
import { leftOut, personFileHtml } from "./person-file-html";
import { readPersonFile } from "./read-person-file";

/** Copies that a person may take of their own data. */
const ownCopyLimit: Limit = { name: "own_data_copy", most: 20, windowSeconds: 3600 };

export interface DataCopy {
  /** Holds nothing about the person. */
  fileName: string;
  contentType: string;
  text: string;
}

/** Throws not_found, forbidden, and rule_broken for a lead that is gone. */
export async function copyData(
  deps: Pick<Deps, "db" | "now">,
  actor: AccountActor,
  { leadId, form }: CopyDataInput,
): Promise<DataCopy> {
  return inTransaction(deps.db, async (trx) => {
    const lead = await getLeadToServe(trx, actor, leadId);
    const file = await readPersonFile(trx, lead, { now: deps.now(), hasTeamWords: true });
    await recordCopy(trx, lead, { at: file.madeAt, form, ...auditOf(actor) });
    // It goes to the person, whoever presses the button.
    const language = readPublicLanguage(lead.language) ?? lead.pageLanguage ?? "en";
    return toCopy(file, { form, language, name: `lead-${lead.id}-data` });
  });
}

/** Throws not_found for a link that does not work, and rate_limited. */
export async function copyOwnData(
  deps: Pick<Deps, "db" | "now" | "limits">,
  holder: LinkHolder,
  { form, language }: { form: PersonFileForm; language: PublicLanguage },
): Promise<DataCopy> {
  const lead = await getOwnLead(deps, holder);
  await deps.limits.use(ownCopyLimit, String(lead.id));
  return inTransaction(deps.db, async (trx) => {
    const file = await readPersonFile(trx, lead, { now: deps.now(), hasTeamWords: false });
    await recordCopy(trx, lead, { at: file.madeAt, form, actorId: null, details: {} });
    return toCopy(file, { form, language, name: "my-data" });
  });
}

async function recordCopy(
  trx: Db,
  lead: LeadRecord,
  { at, form, actorId, details }: { at: string; form: PersonFileForm } & ReturnType<typeof auditOf>,
): Promise<void> {
  await addAudit(trx, {
    at,
    actorId,
    action: "lead.data_copied",
    subject: "lead",
    subjectId: String(lead.id),
    siteId: lead.siteId,
    details: { form, ...details },
  });
}

function toCopy(
  file: PersonFile,
  { form, language, name }: { form: PersonFileForm; language: PublicLanguage; name: string },
): DataCopy {
  const fileName = `${name}-${file.madeAt.slice(0, 10)}.${form}`;
  if (form === "html") {
    const text = personFileHtml(file, language);
    return { fileName, contentType: "text/html; charset=utf-8", text };
  }
  const { sections, hasTeamWords: _, ...about } = file;
  const notIncluded = leftOut(personFileWords[language], file);
  const text = `${JSON.stringify({ ...about, ...sections, notIncluded }, null, 2)}\n`;
  return { fileName, contentType: "application/json; charset=utf-8", text };
}
