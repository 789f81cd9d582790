import { buildLead, buildStudy } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { readEverything } from "@studydesk/db/testing/read-everything";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { buildShareTest, memoForTest, sealedForTest } from "../testing/build-share";

describeOnEveryEngine("What a share is of, and what its owner remembers", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    const sealed = sealedForTest();
    const world = await buildShareTest(db, sealed);
    const { deps, author, siteId } = world;
    const callerOf = (viewer: Viewer) => buildCaller(deps, viewer).shares;
    const studyId = await buildStudy(db, "A study of tides");
    const studySite = { studyId, siteId, locationId: null, createdAt: deps.now().toISOString() };
    await db
      .insertInto("studySites")
      .values({ ...studySite, recruiting: "recruiting" })
      .execute();
    /** Its row alone: what a share checks is whose it is and what it is on. */
    const writeNote = async (home: NoteHome, by: Viewer = author) => {
      const at = deps.now().toISOString();
      const { id } = await db
        .insertInto("notes")
        .values({
          ...{ leadId: null, studyId: null, ...home, authorId: by.userId, sealedBody: "sealed" },
          ...{ sealedAnchor: null, sealedTags: null, pinnedAt: null },
          ...{ createdAt: at, updatedAt: at },
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      return id;
    };
    const create = (home: NoteHome, noteIds: number[]) =>
      callerOf(author).create({ ...sealed, home, memo: { ...memoForTest, noteIds } });
    return { ...world, db, sealed, callerOf, studyId, writeNote, create, shares: callerOf(author) };
  }

  it("gives the owner what they wanted to remember, and leaves no word of it in any row", async () => {
    const { shares, sealed, leadId, writeNote, db, callerOf, siteId } = await build();
    const memo = {
      label: "For Dr. Quillfeather",
      noteIds: [await writeNote({ leadId })],
      factLabels: ["Marzipan name"],
      isNamed: true,
      quoteNoteIds: [],
    };
    const made = await shares.create({ ...sealed, home: { leadId }, memo, takesReplies: true });
    expect(made).toMatchObject({
      ...{ home: { leadId }, homeTitle: "Amara Voss", siteName: "Springfield General" },
      ...{ memo, takesReplies: true },
    });
    expect((await shares.list({})).rows).toEqual([made]);
    expect(await shares.revoke({ shareId: made.id })).toMatchObject({ memo });
    const everything = await readEverything(db);
    for (const word of ["Quillfeather", "Marzipan"]) expect(everything).not.toContain(word);
    const admin = await buildPerson(db, { role: "admin", siteId });
    expect(JSON.stringify(await callerOf(admin).atSites({}))).not.toContain("Quillfeather");
  });

  it("does not give what was put into another share's row", async () => {
    const { shares, leadId, deps } = await build();
    const memo = { ...memoForTest, label: "For the pharmacy" };
    const [one, other] = [
      await shares.create({ ...sealedForTest(), home: { leadId }, memo }),
      await shares.create({ ...sealedForTest(), home: { leadId }, memo }),
    ];
    const row = await deps.db
      .selectFrom("shares")
      .select("sealedMemo")
      .where("id", "=", one.id)
      .executeTakeFirstOrThrow();
    await deps.db.updateTable("shares").set(row).where("id", "=", other.id).execute();
    const { rows } = await shares.list({});
    expect(rows.map((share) => share.memo)).toEqual([null, memo]);
  });

  it("may be of a study, for whoever can open that study", async () => {
    const { create, studyId, shares, deps, callerOf, sealed, writeNote } = await build();
    const made = await create({ studyId }, [await writeNote({ studyId })]);
    expect(made).toMatchObject({
      ...{ home: { studyId }, homeTitle: "A study of tides", siteName: null, state: "active" },
    });
    expect((await shares.list({ studyId })).rows).toEqual([made]);
    expect((await shares.list({ studyId: studyId + 1 })).rows).toEqual([]);
    const elsewhere = await buildSite(deps.db);
    const stranger = await buildPerson(deps.db, { role: "coordinator", siteId: elsewhere.id });
    const asked = { ...sealed, home: { studyId }, memo: memoForTest };
    await expect(callerOf(stranger).create(asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const audit = await deps.db.selectFrom("audit").selectAll().execute();
    expect(audit).toMatchObject([{ action: "share.created", siteId: null }]);
  });

  it("a share of a study opens, and its owner's screens hear of it", async () => {
    const { create, studyId, open, deps, siteId } = await build();
    const { id } = await create({ studyId }, []);
    expect(await open()).toMatchObject({ status: 200 });
    const told = await deps.db.selectFrom("events").select(["subjectId", "siteId"]).execute();
    expect(told).toEqual([
      { subjectId: String(id), siteId },
      { subjectId: String(id), siteId },
    ]);
  });

  it("takes notes on studies along with one lead's, and never those of two people", async () => {
    const { create, leadId, siteId, studyId, writeNote, db } = await build();
    const { id: otherLead } = await buildLead(db, { siteId });
    const [onLead, onStudy, onOther] = [
      await writeNote({ leadId }),
      await writeNote({ studyId }),
      await writeNote({ leadId: otherLead }),
    ];
    const several = { cause: { reason: "several_leads" } };
    await expect(create({ leadId }, [onLead, onOther])).rejects.toMatchObject(several);
    await expect(create({ studyId }, [onLead])).rejects.toMatchObject(several);
    expect(await create({ leadId }, [onLead, onStudy])).toMatchObject({ home: { leadId } });
  });

  it("gives back its notes for a new link, of the lead and of studies, and none that is gone", async () => {
    const { deps, author, sealed, leadId, studyId, shares } = await build();
    const { notes } = buildCaller(deps, author);
    const onLead = await notes.write({ home: { leadId }, body: "Ask the pharmacy." });
    const onStudy = await notes.write({ home: { studyId }, body: "High tide." });
    const gone = await notes.write({ home: { studyId }, body: "Low tide." });
    const memo = { ...memoForTest, noteIds: [onLead.id, onStudy.id, gone.id] };
    const { id: shareId } = await shares.create({ ...sealed, home: { leadId }, memo });
    await notes.delete({ noteId: gone.id, expectedVersion: gone.version });
    expect(await shares.notesOf({ shareId })).toMatchObject([
      { id: onStudy.id, home: { studyId }, body: "High tide." },
      { id: onLead.id, home: { leadId }, body: "Ask the pharmacy." },
    ]);
  });

  it("refuses notes that somebody else wrote, as if they were not there", async () => {
    const { create, leadId, siteId, writeNote, db } = await build();
    const colleague = await buildPerson(db, { role: "coordinator", siteId });
    const theirs = await writeNote({ leadId }, colleague);
    await expect(create({ leadId }, [theirs])).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(create({ leadId }, [theirs + 1])).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db.selectFrom("shares").select("id").execute()).toEqual([]);
  });

  it("is no lead that another goes on for: its link would be in no list", async () => {
    const { db, create, leadId, siteId, shares } = await build();
    const kept = await buildLead(db, { siteId });
    const merged = { mergedIntoId: kept.id };
    await db.updateTable("leads").set(merged).where("id", "=", leadId).execute();
    await expect(create({ leadId }, [])).rejects.toMatchObject({ cause: { code: "rule_broken" } });
    expect((await shares.list({})).rows).toEqual([]);
    expect(await create({ leadId: kept.id }, [])).toMatchObject({ home: { leadId: kept.id } });
  });
});
