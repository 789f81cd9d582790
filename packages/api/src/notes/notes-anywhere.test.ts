import { listNoteVersions } from "@studydesk/db/notes/note-version-queries";
import { saveStudySite } from "@studydesk/db/studies/study-site-queries";
import { buildStudy } from "@studydesk/db/testing/build-lead";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { readEverything } from "@studydesk/db/testing/read-everything";
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { expect, it } from "vitest";
import { buildAnchor } from "../testing/build-anchor";
import { buildCaller } from "../testing/build-caller";
import { buildDesk, refusalOf } from "../testing/build-desk";

const message = "Please call after six.";

describeOnEveryEngine("notes on leads and studies", (openTestDatabase) => {
  async function build() {
    const { db } = await openTestDatabase();
    const desk = await buildDesk(db);
    const { deps, kim, bo, lead, siteId } = desk;
    const { studyId } = lead;
    const at = deps.now().toISOString();
    await saveStudySite(db, { studyId, siteId, locationId: null, at });
    const { id } = await db.selectFrom("submissions").select("id").executeTakeFirstOrThrow();
    const source = { sourceType: "lead", fieldPath: `message.${id}`, sourceId: lead.id } as const;
    return {
      ...{ ...desk, leadId: lead.id, studyId, submissionId: id },
      anchor: buildAnchor(source, message, "after six"),
      notes: buildCaller(deps, kim).notes,
      theirs: buildCaller(deps, bo).notes,
    };
  }

  it("hang on a study, too, and are their author's alone there", async () => {
    const { db, notes, theirs, leadId, studyId } = await build();
    const body = "Ask for **parking**.";
    const written = await notes.write({ home: { studyId }, body, tags: ["travel"] });
    expect(written).toMatchObject({
      ...{ home: { studyId }, body, tags: ["travel"], origin: "written", pinnedAt: null },
      ...{ anchor: null, place: { state: "whole" }, version: 1 },
    });
    expect(await notes.list({ studyId })).toEqual([written]);
    expect(await notes.list({ leadId })).toEqual([]);
    expect(await theirs.list({ studyId })).toEqual([]);
    const notThere = { code: "not_found" };
    const other = await buildStudy(db, "Elsewhere");
    expect(await refusalOf(notes.list({ studyId: other }))).toMatchObject(notThere);
    const onOther = { home: { studyId: other }, body };
    expect(await refusalOf(notes.write(onOther))).toMatchObject(notThere);
    await db.deleteFrom("studySites").execute();
    const pin = notes.pin({ noteId: written.id, isPinned: true });
    expect(await refusalOf(pin)).toMatchObject(notThere);
    expect((await notes.mine({})).rows).toEqual([]);
  });

  it("know whether the words they are about are as they were", async () => {
    const { db, notes, leadId, submissionId, anchor } = await build();
    const written = await notes.write({ home: { leadId }, body: "Works late.", anchor });
    expect(written).toMatchObject({ anchor, place: { state: "same" } });
    const currentText = "Please call after eight.";
    const put = (text: string | null) =>
      db.updateTable("submissions").set({ message: text }).execute();
    await put(currentText);
    expect(await notes.list({ leadId })).toMatchObject([
      { place: { state: "changed", currentText, currentRevision: String(submissionId) } },
    ]);
    expect((await notes.mine({ only: "changed" })).rows).toHaveLength(1);
    const source = { sourceType: "lead", fieldPath: anchor.fieldPath, sourceId: leadId } as const;
    const again = buildAnchor(source, currentText, "after eight");
    const moved = { noteId: written.id, anchor: again, expectedVersion: 1 };
    const after = await notes.reattach(moved);
    expect(after).toMatchObject({ place: { state: "same" }, version: 2, body: "Works late." });
    expect(await refusalOf(notes.reattach(moved))).toMatchObject({ code: "conflict" });
    expect((await notes.mine({ only: "changed" })).rows).toEqual([]);
    await put(null);
    expect(await notes.list({ leadId })).toMatchObject([
      { place: { state: "gone" }, anchor: { exact: "after eight" } },
    ]);
  });

  it("keep their earlier wordings, and no wording twice", async () => {
    const { db, deps, notes, theirs, leadId } = await build();
    const { id: noteId } = await notes.write({ home: { leadId }, body: "One.", tags: ["a"] });
    deps.clock.advance(60_000);
    await notes.edit({ noteId, body: "Two.", expectedVersion: 1 });
    await notes.edit({ noteId, body: "Two.", tags: ["b"], expectedVersion: 2 });
    const same = await notes.edit({ noteId, body: "Two.", tags: ["b"], expectedVersion: 3 });
    expect(same).toMatchObject({ body: "Two.", tags: ["b"], version: 3 });
    expect(await notes.history({ noteId })).toEqual([
      { version: 2, body: "Two.", tags: ["a"], at: "2026-09-01T12:01:00.000Z" },
      { version: 1, body: "One.", tags: ["a"], at: "2026-09-01T12:00:00.000Z" },
    ]);
    const [earlier] = await db.selectFrom("noteVersions").select("sealedBody").execute();
    await db
      .updateTable("noteVersions")
      .set({ sealedBody: earlier?.sealedBody ?? "" })
      .execute();
    await expect(notes.history({ noteId })).rejects.toThrow("does not open");
    expect(await refusalOf(theirs.history({ noteId }))).toMatchObject({ code: "not_found" });
    await notes.delete({ noteId, expectedVersion: 3 });
    expect(await db.selectFrom("noteVersions").selectAll().execute()).toEqual([]);
  });

  it("stand first when they are pinned, which is no new version of them", async () => {
    const { notes, leadId } = await build();
    const home = { leadId };
    const [one, two] = [
      await notes.write({ home, body: "One." }),
      await notes.write({ home, body: "Two." }),
    ];
    const pinned = await notes.pin({ noteId: one.id, isPinned: true });
    expect(pinned).toEqual({ ...one, pinnedAt: "2026-09-01T12:00:00.000Z" });
    expect((await notes.list(home)).map(({ id }) => id)).toEqual([one.id, two.id]);
    expect((await notes.mine({ only: "pinned" })).rows).toMatchObject([{ id: one.id }]);
    expect(await notes.pin({ noteId: one.id, isPinned: false })).toEqual(one);
    expect((await notes.list(home)).map(({ id }) => id)).toEqual([two.id, one.id]);
  });

  it("leave what was typed and not kept in a draft, for its author and place alone", async () => {
    const { kim, notes, theirs, leadId, studyId, anchor } = await build();
    const home = { leadId };
    const draft = { body: " Half a sen", tags: ["a"], anchor };
    expect(await notes.readDraft({ home })).toBeNull();
    await notes.saveDraft({ home, draft: { ...draft, body: "Ha" } });
    await notes.saveDraft({ home, draft });
    expect(await notes.readDraft({ home })).toEqual(draft);
    expect(await theirs.readDraft({ home })).toBeNull();
    expect(await notes.readDraft({ home: { studyId } })).toBeNull();
    await theirs.saveDraft({ home, draft: null });
    expect(await notes.readDraft({ home })).toEqual(draft);
    // A page that was opened before somebody else signed in.
    await expect(theirs.saveDraft({ home, draft, authorId: kim.userId })).rejects.toThrow(
      /Somebody else is signed in/,
    );
    expect(await theirs.readDraft({ home })).toBeNull();
    await notes.saveDraft({ home, draft: null, authorId: kim.userId });
    expect(await notes.readDraft({ home })).toBeNull();
  });

  it("are found again in one place: by words, quotes and tags, page after page", async () => {
    const { db, deps, lead, kim, notes, theirs, leadId, studyId, anchor } = await build();
    const write = (home: NoteHome, body: string, tags: string[] = []) =>
      notes.write({ home, body, tags });
    const quoting = await notes.write({ home: { leadId }, body: "Wörks late.", anchor });
    await write({ studyId }, "Parking behind the house.", ["Travel"]);
    await write({ leadId }, "Comes by train.", ["travel", "train"]);
    const search = async (wanted: Parameters<typeof notes.mine>[0]) =>
      (await notes.mine(wanted)).rows.map(({ body }) => body);
    expect(await search({ search: "WORKS" })).toEqual(["Wörks late."]);
    expect(await search({ search: "after six" })).toEqual(["Wörks late."]);
    expect(await search({ search: "train comes" })).toEqual(["Comes by train."]);
    expect(await search({ search: "nowhere" })).toEqual([]);
    expect(await search({ tag: "TRAVEL" })).toHaveLength(2);
    const first = await notes.mine({});
    expect(first.tags).toEqual([
      { tag: "travel", count: 2 },
      { tag: "train", count: 1 },
    ]);
    const site = await db.selectFrom("sites").select("name").executeTakeFirstOrThrow();
    const study = await db.selectFrom("studies").select("title").executeTakeFirstOrThrow();
    expect(first.rows.map(({ homeTitle, siteName }) => [homeTitle, siteName])).toEqual([
      [`${lead.firstName} ${lead.lastName}`, site.name],
      [study.title, null],
      [`${lead.firstName} ${lead.lastName}`, site.name],
    ]);
    expect((await theirs.mine({ search: "train" })).rows).toEqual([]);
    const gone = buildCaller(deps, { ...kim, roles: [] }).notes;
    expect((await gone.mine({})).rows).toEqual([]);
    for (let more = 0; more < 30; more++) await write({ leadId }, `More ${more}.`);
    const page = await notes.mine({});
    const rest = await notes.mine({ cursor: page.nextCursor });
    expect([page.rows.length, rest.rows.length, rest.nextCursor]).toEqual([30, 3, null]);
    expect(rest.tags).toBeUndefined();
    expect(new Set([...page.rows, ...rest.rows].map(({ id }) => id)).size).toBe(33);
    // One that was damaged keeps nobody from the others.
    const damaged = { sealedBody: "1.x.y.z" };
    await db.updateTable("notes").set(damaged).where("id", "=", quoting.id).execute();
    expect((await notes.mine({ cursor: page.nextCursor })).rows).toHaveLength(2);
  });

  it("are all found page after page, however long they are, and never so many at once", async () => {
    const { db, notes, leadId } = await build();
    const first = await notes.write({ home: { leadId }, body: "The very first one." });
    // As long as a note can be: such ones are looked through some at a time.
    const { id, ...row } = await db.selectFrom("notes").selectAll().executeTakeFirstOrThrow();
    expect(id).toBe(first.id);
    const long = { ...row, sealedBody: `1.x.${"A".repeat(40_000)}.x` };
    await db.insertInto("notes").values(Array(120).fill(long)).execute();
    const search = "very first";
    let page = await notes.mine({ search });
    let pages = 1;
    for (; page.nextCursor !== null; pages++) {
      expect(page.rows).toEqual([]);
      page = await notes.mine({ search, cursor: page.nextCursor });
    }
    expect(page.rows.map(({ body }) => body)).toEqual(["The very first one."]);
    expect(pages).toBe(3);
  });

  it("are as many as one page shows on a lead or a study, and earlier wordings likewise", async () => {
    const { db, notes, leadId, studyId } = await build();
    const { id: noteId } = await notes.write({ home: { leadId }, body: "One of many." });
    const { id, ...row } = await db.selectFrom("notes").selectAll().executeTakeFirstOrThrow();
    expect(id).toBe(noteId);
    await db.insertInto("notes").values(Array(499).fill(row)).execute();
    const more = { home: { leadId }, body: "One too many." };
    const tooMany = { code: "rule_broken", reason: "too_many" };
    expect(await refusalOf(notes.write(more))).toMatchObject(tooMany);
    await notes.write({ ...more, home: { studyId } });
    await notes.delete({ noteId, expectedVersion: 1 });
    await notes.write(more);
  });

  it("give five hundred earlier wordings at most, the newest", async () => {
    const { db, notes, studyId } = await build();
    const { id: noteId } = await notes.write({ home: { studyId }, body: "As it was." });
    await notes.edit({ noteId, body: "As it is.", expectedVersion: 1 });
    const { id, ...row } = await db
      .selectFrom("noteVersions")
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(id).toBeGreaterThan(0);
    const earlier = Array.from({ length: 501 }, (_, number) => ({ ...row, version: -number }));
    await db.insertInto("noteVersions").values(earlier).execute();
    const { authorId } = await db.selectFrom("notes").selectAll().executeTakeFirstOrThrow();
    const given = await listNoteVersions(db, { id: noteId, authorId });
    expect([given.length, given[0]?.version, given.at(-1)?.version]).toEqual([500, 1, -498]);
  });

  it("stand nowhere in the clear: not their words, quotes, tags, earlier wordings or drafts", async () => {
    const { db, notes, leadId, studyId, anchor } = await build();
    const canary = "heliotrope lanterns hum";
    for (const home of [{ leadId }, { studyId }]) {
      const { id: noteId } = await notes.write({ home, body: canary, tags: ["heliotrope"] });
      await notes.edit({
        noteId,
        body: "Lanterns, again.",
        tags: ["Lanterns"],
        expectedVersion: 1,
      });
      await notes.saveDraft({ home, draft: { noteId, body: canary, tags: ["hum"] } });
    }
    await notes.write({ home: { leadId }, body: canary, anchor });
    await db.updateTable("submissions").set({ message: "Something else." }).execute();
    const everything = await readEverything(db);
    expect(everything).toContain("Something else.");
    expect(everything).not.toMatch(/heliotrope|lanterns|after six/i);
    const audit = await db.selectFrom("audit").selectAll().execute();
    expect(JSON.stringify(audit)).not.toMatch(/heliotrope|lanterns|after six/i);
  });
});
