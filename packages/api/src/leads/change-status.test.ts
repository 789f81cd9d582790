import { lockAuditHead } from "@studydesk/db/dialect";
import { holdLead } from "@studydesk/db/leads/lead-queries";
import type { Db } from "@studydesk/db/open-database";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildCaller } from "../testing/build-caller";
import { between, buildCriteria, said } from "../testing/build-criteria";
import { workAll } from "../testing/build-crowd";
import { refusalOf } from "../testing/build-desk";
import { buildReview } from "../testing/build-review";
import { whileHeld } from "../testing/while-held";

const plan = { startsAt: "2026-09-15T15:00:00.000Z", minutes: 60, place: null, note: null };

describeOnEveryEngine("moves of a lead", (openTestDatabase, engine) => {
  it("never come back to the investigator by an undo, once an answer is open again", async () => {
    const { db } = await openTestDatabase();
    const { asKim, lead, readLead } = await buildReview(db);
    const { version: expectedVersion } = await readLead();
    const moved = await asKim.leads.changeStatus({
      ...{ leadId: lead.id, to: "pre_screening", expectedVersion },
    });
    const { lines } = await asKim.screening.read({ leadId: lead.id });
    await asKim.screening.takeBack({ answerId: lines[0]?.answer?.id ?? 0 });
    const undone = asKim.leads.undo({ changeId: moved.changeId ?? 0 });
    expect(await refusalOf(undone)).toMatchObject({ reason: "needs_every_answer" });
    expect(await readLead()).toMatchObject({ status: "pre_screening" });
  });

  it("record no consent again by an undo, once the signature is overtaken", async () => {
    const { db } = await openTestDatabase();
    const { deps, asKim, lead, readLead, signEligible, answer } = await buildReview(db);
    await signEligible();
    deps.clock.advance(60_000);
    const { version: expectedVersion } = await readLead();
    const consented = await asKim.leads.changeStatus({
      ...{ leadId: lead.id, to: "in_screening", expectedVersion },
      studyConsent: { on: "2026-09-01", formVersion: "2" },
    });
    const undone = await asKim.leads.undo({ changeId: consented.changeId ?? 0 });
    expect(undone.lead).toMatchObject({ status: "visit_scheduled" });
    await answer("I2", 62);
    const again = asKim.leads.undo({ changeId: undone.lead.changeId ?? 0 });
    expect(await refusalOf(again)).toMatchObject({ reason: "needs_new_signature" });
    expect(await readLead()).toMatchObject({ status: "visit_scheduled", studyConsentOn: null });
  });

  const atOnce = it.runIf(engine === "postgres");

  atOnce(
    "wait for an answer that is being taken back (skipped on SQLite: one writes at a time)",
    async () => {
      const { db } = await openTestDatabase();
      const { asKim, lead, readLead } = await buildReview(db);
      const { version } = await readLead();
      const back = { leadId: lead.id, to: "pre_screening", expectedVersion: version } as const;
      const { version: expectedVersion } = await asKim.leads.changeStatus(back);
      const { lines } = await asKim.screening.read({ leadId: lead.id });
      const [takenBack, sent] = await whileHeld(db, lockAuditHead, [
        () => asKim.screening.takeBack({ answerId: lines[0]?.answer?.id ?? 0 }),
        () => refusalOf(asKim.reviews.send({ leadId: lead.id, expectedVersion })),
      ]);
      expect(takenBack?.status).toBe("fulfilled");
      expect(sent).toMatchObject({ value: { reason: "needs_every_answer" } });
      expect(await readLead()).toMatchObject({ status: "pre_screening" });
    },
  );

  atOnce(
    "and visits never wait for each other in a ring (skipped on SQLite: one writes at a time)",
    async () => {
      const { db } = await openTestDatabase();
      const { asKim, lead, signEligible } = await buildReview(db);
      await signEligible();
      // Whoever is at the lead wants the chain's lock next.
      const held = (trx: Db) => holdLead(trx, lead.id);
      const [planned] = await whileHeld(
        db,
        held,
        [() => asKim.visits.plan({ leadId: lead.id, ...plan })],
        lockAuditHead,
      );
      expect(planned?.status).toBe("fulfilled");
    },
  );

  atOnce(
    "of many never wait in a ring for whoever is at one (skipped on SQLite: one writes at a time)",
    async () => {
      const { db } = await openTestDatabase();
      const { deps, as, kim, ines, ask, change } = await buildCriteria(db);
      await ask(said);
      const second = await ask(said);
      const drafted = await change((criteria) => between(criteria, 21, 60));
      const { versionId } = await as(ines).criteria.publish(drafted);
      const asKim = buildCaller(deps, kim);
      const held = (trx: Db) => holdLead(trx, second);
      const pressed = () => asKim.criteria.followUpAmendment({ versionId, effect: "ask_again" });
      const [followed] = await whileHeld(db, held, [pressed], lockAuditHead);
      expect(followed).toMatchObject({ status: "fulfilled", value: { made: 2 } });

      const task = { kind: "status", to: "declined", reason: "travel" } as const;
      await asKim.bulk.start({ task, selection: { kind: "matching", filters: {} } });
      const [worked] = await whileHeld(db, held, [() => workAll(deps)], lockAuditHead);
      expect(worked?.status).toBe("fulfilled");
    },
  );
});
