// Leads taken out into a file: which ones, in which order, and what is told of each.
import { z } from "zod";
import { bulkSelection } from "../bulk/bulk-task";
import { leadSorts } from "../leads/lead-filters";
import { leadColumnIds } from "../views/view-layout";

export const exportFormats = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A sheet holds no more rows than this; a CSV holds any number. */
export const mostSheetRows = 1_000_000;

export const exportLeadsInput = z.object({
  format: z.enum(exportFormats),
  selection: bulkSelection,
  /** Of all that match; picked leads stand in the order in which they are given. */
  sort: z.enum(leadSorts).default("arrived"),
  descending: z.boolean().default(true),
  /** As the view shows them; the number stands in front of every row. */
  columns: z.array(z.enum(leadColumnIds)).min(1).max(leadColumnIds.length),
});
export type ExportLeadsInput = z.infer<typeof exportLeadsInput>;
