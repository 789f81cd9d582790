// How a view shows its leads: which columns, in which order, how wide, how close together. A column that
// sorts bears the name of its order.
import { z } from "zod";

export const leadColumnIds = [
  "name",
  "status",
  "study",
  "site",
  "owner",
  "follow_up",
  "waiting",
  "arrived",
  "language",
  "source",
  "phone",
  "email",
  "attempts",
  "last_contact",
] as const;
export type LeadColumnId = (typeof leadColumnIds)[number];

export const densities = ["comfortable", "compact"] as const;

export const narrowestColumn = 64;
export const widestColumn = 720;

const columnSchema = z.object({
  id: z.enum(leadColumnIds),
  /** In pixels; left out, it takes its share of the room there is. */
  width: z.int().min(narrowestColumn).max(widestColumn).exactOptional(),
});
export type LaidColumn = z.infer<typeof columnSchema>;

/** The name is always there: it is the link that opens the lead. */
export const viewLayout = z.object({
  columns: z
    .array(columnSchema)
    .min(1)
    .max(leadColumnIds.length)
    .refine((columns) => new Set(columns.map(({ id }) => id)).size === columns.length, {
      error: "Each column stands in a view once",
    })
    .refine((columns) => columns.some(({ id }) => id === "name"), {
      error: "A view shows at least who the lead is",
    }),
  density: z.enum(densities),
});
export type ViewLayout = z.infer<typeof viewLayout>;

export const usualLayout: ViewLayout = {
  columns: [
    { id: "name" },
    { id: "status" },
    { id: "study" },
    { id: "follow_up" },
    { id: "waiting" },
    { id: "owner" },
  ],
  density: "comfortable",
};

export function isSameLayout(one: ViewLayout, other: ViewLayout): boolean {
  const text = ({ columns, density }: ViewLayout) =>
    JSON.stringify([density, columns.map(({ id, width }) => [id, width ?? null])]);
  return text(one) === text(other);
}
