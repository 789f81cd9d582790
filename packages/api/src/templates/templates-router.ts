// Mail templates, as screens ask for them.
import { listTemplates, type Template } from "@studydesk/db/templates/template-queries";
import { notFound } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import {
  addTemplateInput,
  listTemplatesInput,
  removeTemplateInput,
  updateTemplateInput,
} from "@studydesk/domain/templates/template-inputs";
import {
  canReadTemplates,
  type TemplateAbilities,
  templateAbilities,
} from "@studydesk/domain/templates/template-policy";
import type { Deps } from "../deps";
import { router, staffProcedure } from "../trpc";
import { changeTemplate, removeTemplate, writeTemplate } from "./edit-templates";

export const templatesRouter = router({
  list: staffProcedure
    .input(listTemplatesInput)
    .query(({ ctx, input }) => readTemplates(ctx.deps, ctx.viewer, input.siteId)),
  add: staffProcedure
    .input(addTemplateInput)
    .mutation(({ ctx, input }) => writeTemplate(ctx.deps, ctx.viewer, input)),
  update: staffProcedure
    .input(updateTemplateInput)
    .mutation(({ ctx, input }) => changeTemplate(ctx.deps, ctx.viewer, input)),
  remove: staffProcedure
    .input(removeTemplateInput)
    .mutation(({ ctx, input }) => removeTemplate(ctx.deps, ctx.viewer, input)),
});

/** Throws not_found for a site where the viewer holds no role. */
async function readTemplates(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  siteId: number,
): Promise<{ templates: Template[]; abilities: TemplateAbilities }> {
  if (!canReadTemplates(viewer, siteId)) throw notFound("site");
  return {
    templates: await listTemplates(db, siteId),
    abilities: templateAbilities(viewer, siteId),
  };
}
