// What the address of the audit trail says: ids, days and closed words alone.
import { auditFilters } from "@studydesk/domain/audit/audit-filters";
import { z } from "zod";

const { shape } = auditFilters;
/** An old or mistyped link narrows by what can still be read, never ends in an error. */
const ifReadable = <Part extends z.ZodType>(part: Part) => part.optional().catch(undefined);

export const auditSearch = z.object({
  actorId: ifReadable(shape.actorId),
  group: ifReadable(shape.group),
  leadId: ifReadable(shape.leadId),
  studyId: ifReadable(shape.studyId),
  siteId: ifReadable(shape.siteId),
  from: ifReadable(shape.from),
  to: ifReadable(shape.to),
});
export type AuditSearch = z.infer<typeof auditSearch>;

export const withoutFilters: Readonly<Record<keyof AuditSearch, undefined>> = {
  actorId: undefined,
  group: undefined,
  leadId: undefined,
  studyId: undefined,
  siteId: undefined,
  from: undefined,
  to: undefined,
};

export function isNarrowed(search: AuditSearch): boolean {
  return Object.values(search).some((value) => value !== undefined);
}
