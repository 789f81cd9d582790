// Private notes: whoever sees a lead or a study keeps notes on it, and nobody reads or changes another's.
import { writeNote } from "../../notes/write-note";
import { answers, everybodySignedIn, type GridRow, type Place } from "./grid";

const seesLead = answers({
  coordinator: "ok",
  investigator: "ok",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});

export const noteRows: Readonly<Record<string, GridRow>> = {
  "notes.list": {
    call: (caller, { lead }) => caller.notes.list({ leadId: lead.id }),
    outcomes: seesLead,
  },
  "notes.mine": { call: (caller) => caller.notes.mine({}), outcomes: everybodySignedIn("ok") },
  "notes.write": {
    call: async (caller, { lead, studyId }) => {
      await caller.notes.write({ home: { leadId: lead.id }, body: "Prefers mornings." });
      await caller.notes.write({ home: { studyId }, body: "Ask about parking." });
    },
    outcomes: seesLead,
  },
  "notes.edit": {
    call: async (caller, place) =>
      caller.notes.edit({
        noteId: await noteOfColleague(place),
        body: "Prefers evenings.",
        expectedVersion: 1,
      }),
    outcomes: everybodySignedIn("not_found"),
  },
  "notes.history": {
    call: async (caller, place) => caller.notes.history({ noteId: await noteOfColleague(place) }),
    outcomes: everybodySignedIn("not_found"),
  },
  "notes.pin": {
    call: async (caller, place) =>
      caller.notes.pin({ noteId: await noteOfColleague(place), isPinned: true }),
    outcomes: everybodySignedIn("not_found"),
  },
  "notes.reattach": {
    call: async (caller, place) =>
      caller.notes.reattach({
        noteId: await noteOfColleague(place),
        anchor: null,
        expectedVersion: 1,
      }),
    outcomes: everybodySignedIn("not_found"),
  },
  "notes.readDraft": {
    call: (caller, { lead }) => caller.notes.readDraft({ home: { leadId: lead.id } }),
    outcomes: seesLead,
  },
  "notes.saveDraft": {
    call: (caller, { lead }) =>
      caller.notes.saveDraft({ home: { leadId: lead.id }, draft: { body: "Pref", tags: [] } }),
    outcomes: seesLead,
  },
  "notes.delete": {
    call: async (caller, place) =>
      caller.notes.delete({ noteId: await noteOfColleague(place), expectedVersion: 1 }),
    outcomes: everybodySignedIn("not_found"),
  },
};

/** Somebody else's note on a lead that the viewer may well see. */
async function noteOfColleague({ deps, colleague, lead }: Place): Promise<number> {
  const home = { leadId: lead.id };
  const note = await writeNote(deps, colleague, { home, body: "Mine alone." });
  return note.id;
}
