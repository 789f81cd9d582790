// Every procedure, asked by everybody. A procedure without a row here fails: whoever adds one says who
// may call it.
import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { appRouter } from "./app-router";
import { buildCaller } from "./testing/build-caller";
import { buildDeps } from "./testing/build-deps";
import { bulkRows } from "./testing/who-may-what/bulk";
import { criteriaRows } from "./testing/who-may-what/criteria";
import { duplicateRows } from "./testing/who-may-what/duplicates";
import {
  type Caller,
  type GridRow,
  type Outcome,
  type Place,
  type ViewerKind,
  viewerKinds,
} from "./testing/who-may-what/grid";
import { importRows } from "./testing/who-may-what/imports";
import { leadRows } from "./testing/who-may-what/leads";
import { mailToLeadRows } from "./testing/who-may-what/mail-to-leads";
import { noteRows } from "./testing/who-may-what/notes";
import { overviewRows } from "./testing/who-may-what/overviews";
import { peopleRows } from "./testing/who-may-what/people";
import { presenceRows } from "./testing/who-may-what/presence";
import { registryRows } from "./testing/who-may-what/registry";
import { reportRows } from "./testing/who-may-what/reports";
import { reviewRows } from "./testing/who-may-what/reviews";
import { screeningRows } from "./testing/who-may-what/screening";
import { studyRows } from "./testing/who-may-what/studies";
import { studyTextRows } from "./testing/who-may-what/study-texts";
import { todayRows } from "./testing/who-may-what/today";
import { undoRows } from "./testing/who-may-what/undo";
import { viewRows } from "./testing/who-may-what/views";
import { visitRows } from "./testing/who-may-what/visits";

const grid: Readonly<Record<string, GridRow>> = {
  ...bulkRows,
  ...criteriaRows,
  ...duplicateRows,
  ...importRows,
  ...leadRows,
  ...mailToLeadRows,
  ...noteRows,
  ...overviewRows,
  ...peopleRows,
  ...presenceRows,
  ...registryRows,
  ...reviewRows,
  ...reportRows,
  ...screeningRows,
  ...studyRows,
  ...studyTextRows,
  ...viewRows,
  ...visitRows,
  ...undoRows,
  ...todayRows,
};

describe("who may what", () => {
  it("says for every procedure who may call it", () => {
    expect(Object.keys(grid).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
  });

  it.each(Object.entries(grid))("%s", async (_, { call, outcomes }) => {
    const world = await buildWorld();
    const seen: Partial<Record<ViewerKind, Outcome>> = {};
    for (const kind of viewerKinds) {
      const { place, caller } = await world.placeFor(kind);
      seen[kind] = await outcomeOf(() => call(caller, place));
    }
    expect(seen).toEqual(outcomes);
  });
});

async function buildWorld() {
  const { db } = await openTestSqlite();
  const deps = buildDeps(db);
  const [{ id: siteId }, { id: otherId }] = [await buildSite(db), await buildSite(db)];
  const viewers: Record<ViewerKind, Viewer | undefined> = {
    anonymous: undefined,
    coordinator: await buildPerson(db, { role: "coordinator", siteId }),
    investigator: await buildPerson(db, { role: "investigator", siteId }),
    admin: await buildPerson(db, { role: "admin", siteId }),
    "coordinator elsewhere": await buildPerson(db, { role: "coordinator", siteId: otherId }),
    "investigator elsewhere": await buildPerson(db, { role: "investigator", siteId: otherId }),
    "admin elsewhere": await buildPerson(db, { role: "admin", siteId: otherId }),
    owner: await buildPerson(db, { isOwner: true }),
  };
  return {
    async placeFor(kind: ViewerKind): Promise<{ place: Place; caller: Caller }> {
      const viewer = viewers[kind];
      const lead = await buildLead(db, { siteId });
      await buildConsent(db, lead);
      const studySite = await db
        .insertInto("studySites")
        .values({
          studyId: lead.studyId,
          siteId,
          locationId: null,
          recruiting: "recruiting",
          createdAt: lead.createdAt,
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      const colleague = await buildPerson(db, { role: "coordinator", siteId });
      const place: Place = {
        deps,
        viewer,
        siteId,
        studyId: lead.studyId,
        studySiteId: studySite.id,
        lead,
        colleague,
      };
      return { place, caller: buildCaller(deps, viewer) };
    },
  };
}

/** What came of the call; anything but an answer or a mapped refusal is a fault, and fails. */
async function outcomeOf(call: () => Promise<unknown>): Promise<Outcome> {
  try {
    await call();
    return "ok";
  } catch (error) {
    if (error instanceof TRPCError && error.cause instanceof DomainError) return error.cause.code;
    throw error;
  }
}
