import { AsyncLocalStorage } from "node:async_hooks";
import { listItemsToDo } from "@studydesk/db/bulk/item-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import type { BulkTask } from "@studydesk/domain/bulk/bulk-task";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { buildCaller } from "../testing/build-caller";
import { buildCrowd, readLeads, workAll } from "../testing/build-crowd";

describeOnEveryEngine("taking a job back", (openTestDatabase, engine) => {
  it.runIf(engine === "postgres")(
    "begins while another job works on the same leads (skipped on SQLite: one writes at a time)",
    async () => {
      const { db, deps, asKim, bo, leadIds } = await buildCrowd((await openTestDatabase()).db, 3);
      const selection = { kind: "picked" as const, leadIds };
      const task = { kind: "assign", ownerId: bo.userId } as const;
      const { id: jobId } = await asKim.bulk.start({ task, selection });
      await workAll(deps);
      const other = await asKim.bulk.start({ task: { kind: "assign", ownerId: null }, selection });
      const outside = AsyncLocalStorage.snapshot();
      await inTransaction(db, async (trx) => {
        expect(await listItemsToDo(trx, other.id, 3)).toHaveLength(3);
        const begun = await outside(() => asKim.bulk.undo({ jobId }));
        expect(begun).toMatchObject({ undoes: jobId, total: 3 });
      });
    },
  );

  it("leaves every lead as it was when it is taken back, except what others wrote since", async () => {
    const { db, deps, asKim, asBo, bo, leadIds } = await buildCrowd(
      (await openTestDatabase()).db,
      6,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(leadIds, { minLength: 1 }),
        tasks(bo.userId),
        fc.subarray(leadIds, { maxLength: 3 }),
        fc.subarray(leadIds, { maxLength: 3 }),
        async (picked, task, touchedBefore, touchedSince) => {
          for (const leadId of touchedBefore) await touch(asBo, leadId, "2026-09-07T08:00:00.000Z");
          const before = await readLeads(db);
          deps.clock.advance(1000);
          const job = await asKim.bulk.start({
            task,
            selection: { kind: "picked", leadIds: picked },
          });
          await workAll(deps);
          deps.clock.advance(1000);
          const touched: number[] = [];
          for (const leadId of touchedSince) {
            if (await touch(asBo, leadId, "2026-09-09T08:00:00.000Z")) touched.push(leadId);
          }
          const between = await readLeads(db);
          const [begun] = await asKim.bulk.list();
          if (begun?.id === job.id && begun.done > 0) {
            await asKim.bulk.undo({ jobId: job.id }).catch((error: Error) => {
              if (!/nothing to take back/.test(error.message)) throw error;
            });
          }
          await workAll(deps);
          const after = await readLeads(db);
          const expected = before.map((lead, at) =>
            touched.includes(lead.id) ? { ...lead, ...followUpOf(between[at]) } : lead,
          );
          expect(withoutVersion(after)).toEqual(withoutVersion(expected));
        },
      ),
      { numRuns: engine === "sqlite" ? 8 : 4 },
    );
  });
});

type Caller = ReturnType<typeof buildCaller>;

/** False: a lead that is marked invalid needs no follow-up. */
async function touch(caller: Caller, leadId: number, at: string): Promise<boolean> {
  const { version, status } = await caller.leads.get({ leadId });
  if (status === "invalid") return false;
  await caller.leads.setFollowUp({ leadId, at, expectedVersion: version });
  return true;
}

function followUpOf(lead: { followUpAt: string | null; followUpNote: string | null } | undefined) {
  return { followUpAt: lead?.followUpAt ?? null, followUpNote: lead?.followUpNote ?? null };
}

function withoutVersion(leads: readonly { version: number }[]) {
  return leads.map((lead) => ({ ...lead, version: 0 }));
}

function tasks(userId: string): fc.Arbitrary<BulkTask> {
  return fc.constantFrom<BulkTask>(
    { kind: "assign", ownerId: userId },
    { kind: "assign", ownerId: null },
    { kind: "status", to: "contacting" },
    { kind: "status", to: "declined", reason: "travel" },
    { kind: "status", to: "invalid", reason: "spam" },
    { kind: "follow_up", at: "2026-09-04T09:00:00.000Z" },
    { kind: "follow_up", at: null },
  );
}
