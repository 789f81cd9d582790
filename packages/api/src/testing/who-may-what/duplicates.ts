// Leads of one person: coordinators and admins of the site decide; others see none of it.
import { keepPair } from "@studydesk/db/duplicates/pair-queries";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { mergeLeads } from "../../duplicates/merge-leads";
import { answers, everybodySignedIn, type GridRow, type Place } from "./grid";

const ofTheSite = answers({
  coordinator: "ok",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: { coordinator: "not_found", investigator: "not_found", admin: "not_found" },
  owner: "not_found",
});

export const duplicateRows: Readonly<Record<string, GridRow>> = {
  "duplicates.list": {
    call: (caller) => caller.duplicates.list({}),
    outcomes: everybodySignedIn("ok"),
  },
  "duplicates.count": {
    call: (caller) => caller.duplicates.count(),
    outcomes: everybodySignedIn("ok"),
  },
  "duplicates.scans": {
    call: (caller) => caller.duplicates.scans(),
    outcomes: everybodySignedIn("ok"),
  },
  "duplicates.ofLead": {
    call: (caller, { lead }) => caller.duplicates.ofLead({ leadId: lead.id }),
    outcomes: answers({
      coordinator: "ok",
      investigator: "ok",
      admin: "ok",
      elsewhere: { coordinator: "not_found", investigator: "not_found", admin: "not_found" },
      owner: "not_found",
    }),
  },
  "duplicates.compare": {
    call: async (caller, place) => caller.duplicates.compare(await pairOf(place)),
    outcomes: ofTheSite,
  },
  "duplicates.merge": {
    call: async (caller, place) => {
      const { leadA: keptId, leadB: otherId } = await pairOf(place);
      const versions = { keptVersion: place.lead.version, otherVersion: 1, take: [] };
      return caller.duplicates.merge({ keptId, otherId, ...versions });
    },
    outcomes: ofTheSite,
  },
  "duplicates.undoMerge": {
    call: async (caller, place) => {
      const { leadA: keptId, leadB: otherId } = await pairOf(place);
      const versions = { keptVersion: place.lead.version, otherVersion: 1, take: [] };
      const input = { keptId, otherId, ...versions };
      const { mergeId } = await mergeLeads(place.deps, place.colleague, input);
      return caller.duplicates.undoMerge({ mergeId });
    },
    outcomes: ofTheSite,
  },
  "duplicates.sayDifferent": {
    call: async (caller, place) => caller.duplicates.sayDifferent(await pairOf(place)),
    outcomes: ofTheSite,
  },
  "duplicates.offerAgain": {
    call: async (caller, place) => caller.duplicates.offerAgain(await pairOf(place, "different")),
    outcomes: ofTheSite,
  },
  "duplicates.startScan": {
    call: (caller, { lead }) => caller.duplicates.startScan({ siteId: lead.siteId }),
    outcomes: ofTheSite,
  },
  "duplicates.stopScan": {
    call: (caller, { lead }) => caller.duplicates.stopScan({ siteId: lead.siteId }),
    outcomes: ofTheSite,
  },
};

async function pairOf({ deps, lead }: Place, state: "open" | "different" = "open") {
  const { db } = deps;
  const { siteId, studyId } = lead;
  const twice = await buildLead(db, { siteId, studyId });
  const pair = { leadA: lead.id, leadB: twice.id };
  const at = deps.now().toISOString();
  await keepPair(db, { ...pair, siteId, reasons: ["same_phone"], strength: 90 }, at);
  await db.updateTable("duplicatePairs").set({ state }).where("leadB", "=", twice.id).execute();
  return pair;
}
