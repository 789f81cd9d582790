import type { Db } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { resealNotes } from "../duplicates/reseal-notes";
import { buildCaller } from "../testing/build-caller";
import { buildDesk } from "../testing/build-desk";
import { whileHeld } from "../testing/while-held";

describeOnEveryEngine(
  "a note that is edited while its lead is merged",
  (openTestDatabase, engine) => {
    it.runIf(engine === "postgres")(
      "opens on the lead that goes on, with what was written (skipped on SQLite: one writes at a time)",
      async () => {
        const { db } = await openTestDatabase();
        const { deps, kim, lead, siteId } = await buildDesk(db);
        const { notes } = buildCaller(deps, kim);
        const { id: noteId } = await notes.write({ home: { leadId: lead.id }, body: "As it was." });
        const { id: leadId } = await buildLead(db, { siteId });
        // What a merge does to notes, up to the moment before it is whole.
        const merge = async (trx: Db) => {
          await trx.updateTable("notes").set({ leadId }).where("id", "=", noteId).execute();
          await resealNotes(trx, deps.noteKeys, [noteId], { from: lead.id, to: leadId });
        };
        const [edited] = await whileHeld(db, merge, [
          () => notes.edit({ noteId, body: "As it is.", expectedVersion: 1 }),
        ]);
        expect(edited).toMatchObject({ status: "fulfilled", value: { home: { leadId } } });
        expect(await notes.list({ leadId })).toMatchObject([{ body: "As it is.", version: 2 }]);
      },
    );
  },
);
