// The mail templates of a site: its admins write them, and each change is on record without its words.
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  addTemplate,
  countTemplates,
  deleteTemplate,
  findTemplate,
  type Template,
  updateTemplate,
} from "@studydesk/db/templates/template-queries";
import type { AuditAction } from "@studydesk/domain/audit/audit-actions";
import { DomainError, notFound, staleVersion } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type {
  AddTemplateInput,
  RemoveTemplateInput,
  UpdateTemplateInput,
} from "@studydesk/domain/templates/template-inputs";
import {
  canReadTemplates,
  mostTemplates,
  templateAbilities,
} from "@studydesk/domain/templates/template-policy";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";

type EditDeps = Pick<Deps, "db" | "now" | "live">;

/** Throws not_found, forbidden, and conflict where the site has this name in this language. */
export async function writeTemplate(
  deps: EditDeps,
  viewer: Viewer,
  input: AddTemplateInput,
): Promise<Template> {
  return edit(deps, async (trx, at) => {
    requireEdit(viewer, input.siteId);
    if ((await countTemplates(trx, input.siteId)) >= mostTemplates) {
      throw new DomainError(
        "rule_broken",
        `This site has ${mostTemplates} templates. Delete one that nobody uses, then add this one.`,
        { reason: "too_many" },
      );
    }
    const template = await addTemplate(trx, { ...input, at, byUserId: viewer.userId });
    if (!template) throw nameTaken();
    await record(trx, viewer, template, "template.added", at);
    return template;
  });
}

export async function changeTemplate(
  deps: EditDeps,
  viewer: Viewer,
  { templateId, expectedVersion, ...fields }: UpdateTemplateInput,
): Promise<Template> {
  return edit(deps, async (trx, at) => {
    const before = await getTemplateToEdit(trx, viewer, templateId);
    const change = { ...fields, at, byUserId: viewer.userId };
    if (before.version !== expectedVersion) throw staleVersion("template", before.version);
    const template = await updateTemplate(trx, templateId, expectedVersion, change);
    if (template === "taken") throw nameTaken();
    if (!template) throw staleVersion("template", expectedVersion + 1);
    await record(trx, viewer, template, "template.changed", at);
    return template;
  });
}

/** Gives it as it was, so that it can be written again. */
export async function removeTemplate(
  deps: EditDeps,
  viewer: Viewer,
  { templateId, expectedVersion }: RemoveTemplateInput,
): Promise<Template> {
  return edit(deps, async (trx, at) => {
    const template = await getTemplateToEdit(trx, viewer, templateId);
    if (!(await deleteTemplate(trx, templateId, expectedVersion))) {
      throw staleVersion("template", template.version);
    }
    await record(trx, viewer, template, "template.removed", at);
    return template;
  });
}

async function edit<T>(
  { db, now, live }: EditDeps,
  change: (trx: Db, at: string) => Promise<T>,
): Promise<T> {
  const result = await inTransaction(db, (trx) => change(trx, now().toISOString()));
  live.announce();
  return result;
}

async function getTemplateToEdit(trx: Db, viewer: Viewer, id: number): Promise<Template> {
  const template = await findTemplate(trx, id);
  if (!template || !canReadTemplates(viewer, template.siteId)) throw notFound("template");
  requireEdit(viewer, template.siteId);
  return template;
}

function requireEdit(viewer: Viewer, siteId: number): void {
  if (!canReadTemplates(viewer, siteId)) throw notFound("site");
  if (templateAbilities(viewer, siteId).canEdit) return;
  throw new DomainError(
    "forbidden",
    "The admins of a site write its templates. Ask one of them, or write to the person without one.",
  );
}

function nameTaken(): DomainError {
  return new DomainError(
    "conflict",
    "There is a template of this name in this language. Give this one another name, or edit that one.",
    { reason: "name_taken" },
  );
}

async function record(
  trx: Db,
  viewer: Viewer,
  { id, siteId, language }: Template,
  action: AuditAction,
  at: string,
): Promise<void> {
  await recordChange(trx, {
    at,
    actorId: viewer.userId,
    action,
    subject: "site",
    subjectId: String(siteId),
    siteId,
    details: { templateId: id, language },
  });
}
