import { eraseIdentity } from "@studydesk/db/leads/erase-queries";
import { listLeadRecords } from "@studydesk/db/leads/lead-queries";
import type { Db } from "@studydesk/db/open-database";
import { inTransaction } from "@studydesk/db/open-database";
import { saveStudySite } from "@studydesk/db/studies/study-site-queries";
import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { readEverything } from "@studydesk/db/testing/read-everything";
import { mostAttached } from "@studydesk/domain/reviews/attached-note";
import { expect, it } from "vitest";
import { searchDuplicates } from "../duplicates/search-duplicates";
import { buildCaller } from "../testing/build-caller";
import { readChanges, refusalOf } from "../testing/build-desk";
import { buildReview } from "../testing/build-review";

const body = "The heliotrope letter is in the **blue** folder.";

async function build(db: Db) {
  const review = await buildReview(db);
  const { asKim, lead } = review;
  const home = { leadId: lead.id };
  const note = await asKim.notes.write({ home, body });
  const attach = async () => asKim.reviews.attachNote({ noteId: note.id });
  return { ...review, home, note, attach };
}

describeOnEveryEngine("a note beside a review", (openTestDatabase) => {
  it("is read by the site's investigators and its author, as a copy, and by nobody else", async () => {
    const { db } = await openTestDatabase();
    const { deps, kim, asInes, asWen, asKim, asBo, home, note, attach } = await build(db);
    const { attachedId } = await attach();
    const attachedAt = "2026-09-01T12:00:00.000Z";
    const words = { body, quote: null, writtenAt: note.updatedAt, byName: kim.name };
    const shown = { id: attachedId, content: { ...words, attachedAt } };
    for (const investigator of [asInes, asWen]) {
      expect((await investigator.reviews.candidate(home)).attachedNotes).toEqual([shown]);
      expect(await investigator.notes.list(home)).toEqual([]);
      expect(await investigator.reviews.ownNotes(home)).toEqual([]);
    }
    const own = { ...shown, noteId: note.id, attachedAt, isOpen: true };
    expect(await asKim.reviews.ownNotes(home)).toEqual([own]);
    expect(await asBo.reviews.ownNotes(home)).toEqual([]);
    const elsewhere = await buildSite(db);
    const foreign = await buildPerson(db, { role: "investigator", siteId: elsewhere.id });
    const owner = await buildPerson(db, { isOwner: true });
    for (const viewer of [foreign, owner]) {
      const { reviews } = buildCaller(deps, viewer);
      const notThere = { code: "not_found" };
      expect(await refusalOf(reviews.candidate(home))).toMatchObject(notThere);
      expect(await refusalOf(reviews.ownNotes(home))).toMatchObject(notThere);
    }
    for (const team of [asKim, asBo]) {
      expect(await refusalOf(team.reviews.candidate(home))).toMatchObject({ code: "forbidden" });
    }
    const told = [
      await asBo.leads.get(home),
      await asBo.leads.timeline(home),
      await asBo.reviews.ofLead(home),
      await asBo.notes.list(home),
      await readEverything(db),
    ];
    expect(JSON.stringify(told)).not.toContain("heliotrope");
    // What is written in the note later stays the author's alone.
    await asKim.notes.edit({ noteId: note.id, body: "Something else.", expectedVersion: 1 });
    expect((await asInes.reviews.candidate(home)).attachedNotes).toEqual([shown]);
    await asKim.notes.delete({ noteId: note.id, expectedVersion: 2 });
    expect((await asInes.reviews.candidate(home)).attachedNotes).toEqual([shown]);
    expect(await asKim.reviews.ownNotes(home)).toEqual([{ ...own, noteId: null }]);
  });

  it("makes the page another one for whoever reads it, laid there and taken back", async () => {
    const { db } = await openTestDatabase();
    const { asInes, asKim, home, note, onPage, attach } = await build(db);
    const stale = { code: "conflict", reason: "page_changed" };
    const without = { ...(await onPage()), decision: "eligible" as const };
    const { attachedId } = await attach();
    expect(await refusalOf(asInes.reviews.sign(without))).toEqual(stale);
    const beside = { ...(await onPage()), decision: "eligible" as const };
    // Attached again, its wording of now takes the place of the earlier one.
    await asKim.notes.edit({ noteId: note.id, body: "In the red one.", expectedVersion: 1 });
    const again = await attach();
    expect(await refusalOf(asInes.reviews.sign(beside))).toEqual(stale);
    expect((await asInes.reviews.candidate(home)).attachedNotes).toMatchObject([
      { id: again.attachedId, content: { body: "In the red one." } },
    ]);
    const gone = asKim.reviews.detachNote({ attachedId });
    expect(await refusalOf(gone)).toMatchObject({ code: "not_found" });
    await asKim.reviews.detachNote(again);
    expect(await asInes.reviews.candidate(home)).toMatchObject({
      contentSha256: without.contentSha256,
      attachedNotes: [],
    });
    await asInes.reviews.sign(without);
  });

  it("is signed by its digest, and stays with the decision", async () => {
    const { db } = await openTestDatabase();
    const { asInes, asKim, asBo, home, attach, signEligible } = await build(db);
    const attached = await attach();
    const theirs = asBo.reviews.detachNote(attached);
    expect(await refusalOf(theirs)).toMatchObject({ code: "not_found" });
    await signEligible();
    const { content } = await db
      .selectFrom("signatures")
      .select("content")
      .executeTakeFirstOrThrow();
    const { contentSha256 } = await db
      .selectFrom("attachedNotes")
      .select("contentSha256")
      .executeTakeFirstOrThrow();
    expect(JSON.parse(content ?? "")).toMatchObject({
      page: { notes: [{ id: attached.attachedId, contentSha256 }] },
    });
    expect(content).not.toMatch(/heliotrope|folder/);
    const back = asKim.reviews.detachNote(attached);
    expect(await refusalOf(back)).toMatchObject({ code: "rule_broken", reason: "decided" });
    expect(await asKim.reviews.ownNotes(home)).toMatchObject([{ isOpen: false }]);
    // One that somebody changed by hand is not shown as what was signed.
    await db.updateTable("attachedNotes").set({ sealedContent: "1.x.y.z" }).execute();
    expect((await asInes.reviews.candidate(home)).attachedNotes).toEqual([
      { id: attached.attachedId, content: null },
    ]);
  });

  it("is refused where nobody decides, for a study's note, and where many lie there already", async () => {
    const { db } = await openTestDatabase();
    const { asKim, asBo, lead, home, note, attach, readLead } = await build(db);
    const others = await asBo.notes.write({ home, body: "Mine." });
    const call = asKim.reviews.attachNote({ noteId: others.id });
    expect(await refusalOf(call)).toMatchObject({ code: "not_found" });
    const { studyId, siteId } = lead;
    await saveStudySite(db, { studyId, siteId, locationId: null, at: note.createdAt });
    const { id: noteId } = await asKim.notes.write({ home: { studyId }, body });
    const ofStudy = asKim.reviews.attachNote({ noteId });
    expect(await refusalOf(ofStudy)).toMatchObject({ reason: "not_of_candidate" });
    for (let more = 0; more < mostAttached; more += 1) {
      const { id: noteId } = await asKim.notes.write({ home, body: `More ${more}.` });
      await asKim.reviews.attachNote({ noteId });
    }
    expect(await refusalOf(attach())).toMatchObject({ code: "rule_broken", reason: "too_many" });
    const [first] = await asKim.reviews.ownNotes(home);
    const { version: expectedVersion } = await readLead();
    await asKim.leads.changeStatus({ leadId: lead.id, to: "pre_screening", expectedVersion });
    await asKim.reviews.detachNote({ attachedId: first?.id ?? 0 });
    expect(await refusalOf(attach())).toMatchObject({ reason: "not_waiting" });
  });

  it("is on record by its numbers, and goes with the person", async () => {
    const { db } = await openTestDatabase();
    const { asInes, asKim, home, lead, attach } = await build(db);
    const { attachedId } = await attach();
    const other = await asKim.notes.write({ home, body: "Another." });
    await asKim.reviews.detachNote(await asKim.reviews.attachNote({ noteId: other.id }));
    const { audit, activities } = await readChanges(db);
    const kept = JSON.stringify(audit);
    expect(kept).toContain("lead.note_attached");
    expect(kept).toContain("lead.note_detached");
    expect(JSON.stringify([audit, activities])).not.toMatch(/heliotrope|Another/);
    await inTransaction(db, async (trx) => {
      const [record] = await listLeadRecords(trx, [lead.siteId], [lead.id]);
      if (record) await eraseIdentity(trx, record, "2026-09-01T13:00:00.000Z");
    });
    expect(await db.selectFrom("attachedNotes").selectAll().execute()).toEqual([]);
    const candidate = await asInes.reviews.candidate(home);
    expect(candidate.attachedNotes).toEqual([]);
    expect(candidate.page.notes).toBeUndefined();
    const back = asKim.reviews.detachNote({ attachedId });
    expect(await refusalOf(back)).toMatchObject({ code: "not_found" });
  });

  it("changes over with the candidate when two leads become one", async () => {
    const { db } = await openTestDatabase();
    const { deps, asInes, asKim, lead, siteId, attach } = await build(db);
    const { attachedId } = await attach();
    const twice = await buildLead(db, {
      ...{ siteId, studyId: lead.studyId, firstName: "Amarra", email: "amara@example.com" },
    });
    await buildConsent(db, twice);
    while (await searchDuplicates(deps));
    const versionOf = async (leadId: number) => (await asKim.leads.get({ leadId })).version;
    await asKim.duplicates.merge({
      ...{ keptId: twice.id, otherId: lead.id, take: [] },
      ...{ keptVersion: await versionOf(twice.id), otherVersion: await versionOf(lead.id) },
    });
    expect(await asInes.reviews.candidate({ leadId: twice.id })).toMatchObject({
      page: { notes: [{ id: attachedId }] },
      attachedNotes: [{ id: attachedId, content: { body } }],
    });
    expect(await asKim.reviews.ownNotes({ leadId: twice.id })).toHaveLength(1);
  });
});
