// Which of the things on a screen an event makes old. A query with `meta: { live: "own" }` looks after
// itself: a list that must not reshuffle under the hand, a lead that stays until it is dealt with.
import type { Query, QueryFilters } from "@tanstack/react-query";
import type { useTRPC } from "../trpc";
import type { LiveEvent } from "./live-message";

type Paths = ReturnType<typeof useTRPC>;

export function looksAfterItself(query: Pick<Query, "meta">): boolean {
  return query.meta?.live === "own";
}

export function filtersFor(event: LiveEvent, trpc: Paths): QueryFilters[] {
  switch (event.kind) {
    case "lead": {
      const lead = { leadId: Number(event.subjectId) };
      return [
        trpc.leads.get.queryFilter(lead),
        trpc.leads.timeline.queryFilter(lead),
        trpc.leads.timeline.infiniteQueryFilter(lead),
        trpc.leads.changesSince.queryFilter(lead),
        trpc.leads.counts.queryFilter(),
        trpc.leads.list.queryFilter(),
        trpc.leads.next.queryFilter(),
        trpc.screening.read.queryFilter(lead),
        trpc.criteria.amendment.pathFilter(),
        trpc.duplicates.pathFilter(),
        trpc.visits.pathFilter(),
        trpc.reminders.mine.queryFilter(),
        trpc.reviews.queue.queryFilter(),
        trpc.reviews.count.queryFilter(),
        trpc.reviews.candidate.queryFilter(lead),
        trpc.reviews.ofLead.queryFilter(lead),
        trpc.reviews.ownNotes.queryFilter(lead),
      ];
    }
    case "presence":
      return event.byMe ? [] : [trpc.presence.pathFilter()];
    case "duplicates":
      return [trpc.duplicates.pathFilter()];
    case "leads":
      return [
        trpc.retention.read.queryFilter(),
        trpc.reviews.pathFilter(),
        trpc.duplicates.pathFilter(),
        trpc.visits.pathFilter(),
        trpc.leads.pathFilter(),
        trpc.screening.pathFilter(),
        trpc.criteria.pathFilter(),
        trpc.bulk.pathFilter(),
        trpc.imports.pathFilter(),
        trpc.reminders.mine.queryFilter(),
      ];
    case "outbox":
      return [trpc.outbox.pathFilter()];
    case "study":
      return [
        trpc.studies.pathFilter(),
        trpc.criteria.pathFilter(),
        trpc.studyTexts.pathFilter(),
        trpc.screening.pathFilter(),
        trpc.overviews.pathFilter(),
        trpc.retention.read.queryFilter(),
      ];
    case "share":
      return [trpc.shares.pathFilter()];
    case "backup":
      return [trpc.backups.pathFilter()];
    case "view":
      return [trpc.views.list.queryFilter()];
    case "people":
      return [trpc.people.pathFilter(), trpc.sites.pathFilter(), trpc.templates.pathFilter()];
  }
}

/** What is counted over all leads: dear to ask for, and nobody waits for each single change of it. */
export function figuresFor(event: LiveEvent, trpc: Paths): QueryFilters[] {
  const counts = event.kind === "lead" || event.kind === "leads" || event.kind === "study";
  return counts ? [trpc.reports.pathFilter()] : [];
}
