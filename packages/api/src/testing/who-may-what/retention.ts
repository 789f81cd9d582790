// A person's own data: the admins of the lead's site answer for it, nobody else. How long people are kept also the
// owner decides, who sees numbers and dates alone.
import { buildLead } from "@studydesk/db/testing/build-lead";
import { answers, everybodySignedIn, type GridRow, type Place, seesStudy } from "./grid";

const servesDataRights = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});

const managesRetention = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: "not_found",
  owner: "ok",
});

const months = { closedMonths: 1, consentedMonths: null, recordsKeptUntil: null };

/** One lead is due at the study site. */
async function makeDue({ deps, colleague, siteId, studyId, studySiteId }: Place): Promise<void> {
  const at = "2020-01-01T00:00:00.000Z";
  await buildLead(deps.db, { siteId, studyId, status: "declined", statusSince: at });
  const rule = { ...months, studySiteId, changedAt: at, changedBy: colleague.userId };
  await deps.db.insertInto("retentionRules").values(rule).execute();
}

export const retentionRows: Readonly<Record<string, GridRow>> = {
  "retention.erasure": {
    call: (caller, { lead }) => caller.retention.erasure({ leadId: lead.id }),
    outcomes: servesDataRights,
  },
  "retention.erase": {
    call: (caller, { lead }) =>
      caller.retention.erase({
        leadId: lead.id,
        reason: "asked_by_letter",
        typedNumber: lead.id,
        expectedVersion: 1,
      }),
    outcomes: servesDataRights,
  },
  "retention.copy": {
    call: (caller, { lead }) => caller.retention.copy({ leadId: lead.id, form: "html" }),
    outcomes: servesDataRights,
  },
  "retention.read": {
    call: (caller, { studyId }) => caller.retention.read({ studyId }),
    outcomes: seesStudy,
  },
  "retention.coming": {
    call: (caller) => caller.retention.coming(),
    outcomes: everybodySignedIn("ok"),
  },
  "retention.due": {
    call: (caller, { studySiteId }) => caller.retention.due({ studySiteId }),
    outcomes: managesRetention,
  },
  "retention.set": {
    call: (caller, { studySiteId }) =>
      caller.retention.set({ studySiteId, ...months, expectedVersion: 0 }),
    outcomes: managesRetention,
  },
  "retention.run": {
    call: async (caller, place) => {
      await makeDue(place);
      return caller.retention.run({ studySiteId: place.studySiteId, typedCount: 1 });
    },
    outcomes: managesRetention,
  },
};
