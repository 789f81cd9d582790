// Saved views: each person their own; a shared one is used by its team, changed by its owner and the
// site's admin.
import { addView } from "@studydesk/db/views/view-queries";
import { answers, everybodySignedIn, type GridRow, type Place } from "./grid";

const seesShared = answers({
  coordinator: "ok",
  investigator: "ok",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});
const changesShared = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});
const view = {
  name: "No answer twice",
  filters: { statuses: ["contacting"] },
  sort: "arrived",
  descending: true,
  layout: null,
} as const;

export const viewRows: Readonly<Record<string, GridRow>> = {
  "views.list": { call: (caller) => caller.views.list(), outcomes: everybodySignedIn("ok") },
  "views.save": {
    call: (caller) => caller.views.save({ ...view, filters: { statuses: ["contacting"] } }),
    outcomes: everybodySignedIn("ok"),
  },
  "views.clone": {
    call: async (caller, place) => caller.views.clone({ viewId: await sharedView(place) }),
    outcomes: seesShared,
  },
  "views.change": {
    call: async (caller, place) =>
      caller.views.change({ viewId: await sharedView(place), expectedVersion: 1, name: "Other" }),
    outcomes: changesShared,
  },
  "views.share": {
    call: async (caller, place) =>
      caller.views.share({ viewId: await sharedView(place), expectedVersion: 1, siteId: null }),
    outcomes: changesShared,
  },
  "views.delete": {
    call: async (caller, place) =>
      caller.views.delete({ viewId: await sharedView(place), expectedVersion: 1 }),
    outcomes: changesShared,
  },
  "views.restore": {
    call: async (caller, place) =>
      caller.views.restore({
        viewId: await sharedView(place, place.lead.createdAt),
        expectedVersion: 1,
      }),
    outcomes: changesShared,
  },
  "views.pin": {
    call: async (caller, place) =>
      caller.views.pin({ viewId: await sharedView(place), isPinned: true }),
    outcomes: seesShared,
  },
  "views.reorder": {
    call: (caller) => caller.views.reorder({ viewIds: [1, 2] }),
    outcomes: everybodySignedIn("ok"),
  },
  "views.keepLayout": {
    call: async (caller, place) =>
      caller.views.keepLayout({ view: await sharedView(place), layout: null }),
    outcomes: seesShared,
  },
};

/** A colleague's, shared with the site's team; gives its id. */
function sharedView({ deps, siteId, colleague, lead }: Place, deletedAt: string | null = null) {
  return addView(deps.db, {
    ...view,
    filters: JSON.stringify(view.filters),
    ownerId: colleague.userId,
    siteId,
    createdAt: lead.createdAt,
    deletedAt,
  });
}
