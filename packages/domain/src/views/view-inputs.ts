// What the list's screens may send about views. Every change of a view names the version it was made on.
import { z } from "zod";
import { leadSorts } from "../leads/lead-filters";
import { cleanLine, hasVisibleText } from "../leads/typed-text";
import { builtInViews } from "./built-in-views";
import { viewFilters } from "./view-filters";
import { viewLayout } from "./view-layout";

const viewId = z.int32().positive();
const expectedVersion = z.int32().positive();

/** A person keeps no more than this many. */
export const mostViews = 200;
export const longestViewName = 60;

const name = z
  .string()
  .transform(cleanLine)
  .refine(hasVisibleText, "Give the view a name")
  .refine((text) => text.length <= longestViewName, `Use at most ${longestViewName} characters`);

const question = {
  filters: viewFilters,
  sort: z.enum(leadSorts),
  descending: z.boolean(),
  /** Null: the usual columns. */
  layout: viewLayout.nullable(),
};

export const saveViewInput = z.object({ name, ...question });
export type SaveViewInput = z.infer<typeof saveViewInput>;

/** What is left out stays as it is. */
export const changeViewInput = z.object({
  viewId,
  expectedVersion,
  name: name.optional(),
  filters: question.filters.optional(),
  sort: question.sort.optional(),
  descending: question.descending.optional(),
  layout: question.layout.optional(),
});
export type ChangeViewInput = z.infer<typeof changeViewInput>;

export const viewVersionInput = z.object({ viewId, expectedVersion });
export type ViewVersionInput = z.infer<typeof viewVersionInput>;

export const viewIdInput = z.object({ viewId });
export type ViewIdInput = z.infer<typeof viewIdInput>;

export const shareViewInput = z.object({
  viewId,
  expectedVersion,
  /** Null: with nobody any more. */
  siteId: z.int32().positive().nullable(),
});
export type ShareViewInput = z.infer<typeof shareViewInput>;

export const pinViewInput = z.object({ viewId, isPinned: z.boolean() });
export type PinViewInput = z.infer<typeof pinViewInput>;

/** The pinned views in the order that they are to stand in. */
export const reorderViewsInput = z.object({ viewIds: z.array(viewId).max(mostViews) });
export type ReorderViewsInput = z.infer<typeof reorderViewsInput>;

/** How one person likes to see a view, whoever's it is; null: as the view itself has it. */
export const keepLayoutInput = z.object({
  view: z.union([z.enum(builtInViews), viewId]),
  layout: viewLayout.nullable(),
});
export type KeepLayoutInput = z.infer<typeof keepLayoutInput>;
