// What the address of the inbox says: the view, filters laid over it, the order, the open lead. What a
// person types to find somebody is personal data and stays out of it.
import { type LeadFilters, leadSorts } from "@studydesk/domain/leads/lead-filters";
import { leadStatuses, openLeadStatuses } from "@studydesk/domain/leads/lead-status";
import { z } from "zod";

export const inboxViews = ["inbox", "due", "unassigned", "mine", "all"] as const;
export type InboxView = (typeof inboxViews)[number];

export const leadTabs = ["overview", "timeline", "notes"] as const;
export type LeadTab = (typeof leadTabs)[number];

/** Every part falls back to "not said": an old or mistyped link opens the inbox, never an error. */
export const inboxSearch = z.object({
  view: z.enum(inboxViews).default("inbox").catch("inbox"),
  statuses: z.array(z.enum(leadStatuses)).optional().catch(undefined),
  studyIds: z.array(z.int().positive()).optional().catch(undefined),
  siteIds: z.array(z.int().positive()).optional().catch(undefined),
  /** A person's id, `me`, `none`, or `anyone` to lift the view's own choice. */
  owner: z.string().max(64).optional().catch(undefined),
  languages: z.array(z.string().max(35)).optional().catch(undefined),
  sort: z.enum(leadSorts).optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
  lead: z.int().positive().optional().catch(undefined),
  tab: z.enum(leadTabs).optional().catch(undefined),
});
/** For a lead's own page. */
export const leadSearch = inboxSearch.pick({ tab: true });

/** A lead's number as it stands in an address. */
export function readLeadId(text: string): number | undefined {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
export type InboxSearch = z.infer<typeof inboxSearch>;

/** What a view shows before anybody lays a filter over it. */
const presets: Readonly<Record<InboxView, Pick<InboxSearch, "statuses" | "owner">>> = {
  inbox: { statuses: ["new", "contacting"] },
  due: {},
  unassigned: { statuses: [...openLeadStatuses], owner: "none" },
  mine: { statuses: [...openLeadStatuses], owner: "me" },
  all: {},
};

/** The filters as they hold: the view's own, unless the address says otherwise. */
export function filtersInForce(search: InboxSearch): InboxSearch {
  const preset = presets[search.view];
  return {
    ...search,
    statuses: search.statuses ?? preset.statuses,
    owner: search.owner ?? preset.owner,
  };
}

/** What the server is asked. An empty list means that the person lifted the filter. */
export function toLeadFilters(search: InboxSearch, text: string, userId: string): LeadFilters {
  const { view, statuses, studyIds, siteIds, owner, languages } = filtersInForce(search);
  const ownerId = owner === "me" ? userId : owner === "anyone" ? undefined : owner;
  const wanted = text.trim();
  return {
    ...(statuses?.length ? { statuses } : {}),
    ...(studyIds?.length ? { studyIds } : {}),
    ...(siteIds?.length ? { siteIds } : {}),
    ...(languages?.length ? { languages } : {}),
    ...(ownerId ? { ownerIds: [ownerId] } : {}),
    ...(view === "due" ? { followUps: ["overdue", "today"] } : {}),
    ...(wanted ? { search: wanted } : {}),
  };
}

/** Newest first; what is due, soonest first. */
export function orderInForce(search: InboxSearch) {
  const fallback = search.view === "due" ? "follow_up" : "arrived";
  const sort = search.sort ?? fallback;
  return { sort, descending: search.descending ?? (sort === "arrived" || sort === "waiting") };
}

/** Whether anything is laid over the view; it decides what an empty list says. */
export function isNarrowed(search: InboxSearch, text: string): boolean {
  const { statuses, studyIds, siteIds, owner, languages } = search;
  return (
    text.trim() !== "" ||
    owner !== undefined ||
    [statuses, studyIds, siteIds, languages].some((picked) => picked !== undefined)
  );
}
