// What somebody looks for in the audit trail: ids, closed words and days, so that it may stand in an address.
import { z } from "zod";
import { auditGroupSchema } from "./audit-actions";

const id = z.int().min(1).max(2_147_483_647);
const day = z.iso.date("Pick a day.");

export const auditFilters = z.object({
  /** User ids are our own making: letters and digits. */
  actorId: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  group: auditGroupSchema.optional(),
  leadId: id.optional(),
  studyId: id.optional(),
  siteId: id.optional(),
  /** Days in UTC, as the trail keeps its times; the last one included. */
  from: day.optional(),
  to: day.optional(),
});
export type AuditFilters = z.infer<typeof auditFilters>;

export const listAuditInput = auditFilters.extend({
  /** Rows older than this one. */
  cursor: id.nullish(),
});
export type ListAuditInput = z.infer<typeof listAuditInput>;
