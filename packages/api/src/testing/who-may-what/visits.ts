// Visits: everybody of the site sees them, coordinators and admins plan, move and end them.
import { addVisit } from "@studydesk/db/visits/visit-queries";
import { answers, everybodySignedIn, type GridRow, type Place } from "./grid";

const seesLead = answers({
  ...{ coordinator: "ok", investigator: "ok", admin: "ok" },
  ...{ elsewhere: "not_found", owner: "not_found" },
});
const worksOnLead = answers({
  ...{ coordinator: "ok", investigator: "forbidden", admin: "ok" },
  ...{ elsewhere: "not_found", owner: "not_found" },
});
const time = { startsAt: "2026-09-15T15:00:00.000Z", minutes: 60 };
const plan = { ...time, place: null, note: null };

export const visitRows: Readonly<Record<string, GridRow>> = {
  "visits.list": {
    call: (caller, { lead }) => caller.visits.list({ leadId: lead.id }),
    outcomes: seesLead,
  },
  "visits.overlapping": {
    call: (caller, { lead }) => caller.visits.overlapping({ leadId: lead.id, ...time }),
    outcomes: seesLead,
  },
  "visits.upcoming": {
    call: (caller) => caller.visits.upcoming(),
    outcomes: everybodySignedIn("ok"),
  },
  "visits.plan": {
    call: async (caller, place) => {
      await bringToVisit(place);
      return caller.visits.plan({ leadId: place.lead.id, ...plan });
    },
    outcomes: worksOnLead,
  },
  "visits.move": {
    call: async (caller, place) =>
      caller.visits.move({
        ...{ visitId: await visitOfColleague(place), expectedSequence: 0 },
        ...{ ...plan, startsAt: "2026-09-16T15:00:00.000Z" },
      }),
    outcomes: worksOnLead,
  },
  "visits.end": {
    call: async (caller, place) =>
      caller.visits.end({ visitId: await visitOfColleague(place), state: "cancelled" }),
    outcomes: worksOnLead,
  },
};

async function bringToVisit({ deps, lead }: Place): Promise<void> {
  await deps.db
    .updateTable("leads")
    .set({ status: "visit_scheduled" })
    .where("id", "=", lead.id)
    .execute();
}

async function visitOfColleague(place: Place): Promise<number> {
  await bringToVisit(place);
  const { deps, lead, colleague } = place;
  const at = deps.now().toISOString();
  const visit = { leadId: lead.id, ...plan, createdBy: colleague.userId, at };
  return (await addVisit(deps.db, visit)).id;
}
