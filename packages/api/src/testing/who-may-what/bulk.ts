// Many leads in one go: coordinators and admins begin it, and whose job it is goes on with it.
import { startJob } from "../../bulk/start-job";
import { answers, everybodySignedIn, type GridRow, type Place } from "./grid";

const task = { kind: "assign", ownerId: null } as const;

export const bulkRows: Readonly<Record<string, GridRow>> = {
  "bulk.start": {
    call: (caller, { lead }) =>
      caller.bulk.start({ task, selection: { kind: "picked", leadIds: [lead.id] } }),
    outcomes: answers({
      coordinator: "ok",
      investigator: "forbidden",
      admin: "ok",
      elsewhere: { coordinator: "not_found", investigator: "forbidden", admin: "not_found" },
      owner: "forbidden",
    }),
  },
  "bulk.outside": {
    call: (caller, { lead }) => caller.bulk.outside({ leadIds: [lead.id], filters: {} }),
    outcomes: everybodySignedIn("ok"),
  },
  "bulk.list": { call: (caller) => caller.bulk.list(), outcomes: everybodySignedIn("ok") },
  "bulk.refusals": {
    call: async (caller, place) => caller.bulk.refusals({ jobId: await jobOfColleague(place) }),
    outcomes: everybodySignedIn("not_found"),
  },
  "bulk.stop": {
    call: async (caller, place) => caller.bulk.stop({ jobId: await jobOfColleague(place) }),
    outcomes: everybodySignedIn("not_found"),
  },
  "bulk.undo": {
    call: async (caller, place) => caller.bulk.undo({ jobId: await jobOfColleague(place) }),
    outcomes: everybodySignedIn("not_found"),
  },
};

async function jobOfColleague({ deps, colleague, lead }: Place): Promise<number> {
  const selection = { kind: "picked" as const, leadIds: [lead.id] };
  return (await startJob(deps, colleague, { task, selection })).id;
}
