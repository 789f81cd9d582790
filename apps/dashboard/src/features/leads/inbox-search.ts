// What the address of the inbox says: the view, filters laid over it, the order, the open lead. What a
// person types to find somebody is personal data and stays out of it.
import { type LeadFilters, leadSorts } from "@studydesk/domain/leads/lead-filters";
import {
  builtInViews,
  startsDescending,
  type ViewQuestion,
} from "@studydesk/domain/views/built-in-views";
import {
  areSameFilters,
  filtersFor,
  type ViewFilters,
  viewFilterNames,
  viewFilters,
  withoutEmpty,
} from "@studydesk/domain/views/view-filters";
import { z } from "zod";

export const leadTabs = ["overview", "screening", "timeline", "notes"] as const;
export type LeadTab = (typeof leadTabs)[number];

/** One that everybody has, or a saved one by its number. */
const viewId = z.union([z.enum(builtInViews), z.int32().positive()]);
export type ViewId = z.infer<typeof viewId>;

/** Left out: as the view has it. Null, or empty: lifted. */
const laidOver = <Filter extends z.ZodType>(filter: Filter) => filter.nullish().catch(undefined);
const { shape } = viewFilters;

/** Every part falls back to "not said": an old or mistyped link opens the inbox, never an error. */
export const inboxSearch = z.object({
  view: viewId.default("inbox").catch("inbox"),
  statuses: laidOver(shape.statuses),
  studyIds: laidOver(shape.studyIds),
  siteIds: laidOver(shape.siteIds),
  ownerIds: laidOver(shape.ownerIds),
  languages: laidOver(shape.languages),
  sources: laidOver(shape.sources),
  followUps: laidOver(shape.followUps),
  age: laidOver(shape.age),
  lastContact: laidOver(shape.lastContact),
  tried: laidOver(shape.tried),
  hasNote: laidOver(shape.hasNote),
  arrived: laidOver(shape.arrived),
  reasons: laidOver(shape.reasons),
  stage: laidOver(shape.stage),
  shortOf: laidOver(shape.shortOf),
  failedLineIds: laidOver(shape.failedLineIds),
  screening: laidOver(shape.screening),
  answers: laidOver(shape.answers),
  measured: laidOver(shape.measured),
  unexplained: laidOver(shape.unexplained),
  sort: z.enum(leadSorts).optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
  lead: z.int().positive().optional().catch(undefined),
  tab: z.enum(leadTabs).optional().catch(undefined),
});
export type InboxSearch = z.infer<typeof inboxSearch>;

/** For a lead's own page. */
export const leadSearch = inboxSearch.pick({ tab: true });

/** A lead's number as it stands in an address. */
export function readLeadId(text: string): number | undefined {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}

/** What the list shows: the view's own question, unless the address says otherwise. */
export function questionInForce(search: InboxSearch, view: ViewQuestion): ViewQuestion {
  const laid = viewFilterNames.filter((name) => search[name] !== undefined);
  const filters = {
    ...view.filters,
    ...Object.fromEntries(laid.map((name) => [name, search[name]])),
  };
  const sort = search.sort ?? view.sort;
  const usual = sort === view.sort ? view.descending : startsDescending(sort);
  return { filters: withoutEmpty(filters), sort, descending: search.descending ?? usual };
}

/** What to say in the address for these filters to hold: only where they differ from the view's own. */
export function layOver(view: ViewQuestion, filters: ViewFilters): Partial<InboxSearch> {
  return Object.fromEntries(
    viewFilterNames.map((name) => {
      const isSame = areSameFilters({ [name]: filters[name] }, { [name]: view.filters[name] });
      return [name, isSame ? undefined : (withoutEmpty(filters)[name] ?? null)];
    }),
  );
}

/** The address of the view alone; the open lead stays. */
export const asTheViewIs: Partial<InboxSearch> = {
  ...Object.fromEntries(viewFilterNames.map((name) => [name, undefined])),
  sort: undefined,
  descending: undefined,
};

/** What the server is asked, by one person. */
export function toLeadFilters(filters: ViewFilters, text: string, userId: string): LeadFilters {
  const wanted = text.trim();
  return { ...filtersFor(filters, userId), ...(wanted ? { search: wanted } : {}) };
}

/** Whether filters other than the view's own, or words, narrow it; it decides what an empty list says. */
export function isNarrowed(question: ViewQuestion, view: ViewQuestion, text: string): boolean {
  return text.trim() !== "" || !areSameFilters(question.filters, view.filters);
}

export function isSameQuestion(one: ViewQuestion, other: ViewQuestion): boolean {
  return (
    one.sort === other.sort &&
    one.descending === other.descending &&
    areSameFilters(one.filters, other.filters)
  );
}
