// Every procedure, asked by everybody. A procedure without a row here fails: whoever adds one says who
// may call it.
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { DomainError } from "@studydesk/domain/errors";
import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { appRouter } from "./app-router";
import { buildDeps } from "./testing/build-deps";
import { buildWorld } from "./testing/who-may-what/build-world";
import { everyRow } from "./testing/who-may-what/every-row";
import { type Outcome, type ViewerKind, viewerKinds } from "./testing/who-may-what/grid";

describe("who may what", () => {
  it("says for every procedure who may call it", () => {
    expect(Object.keys(everyRow).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
  });

  it.each(Object.entries(everyRow))("%s", async (_, { call, outcomes }) => {
    const { db } = await openTestSqlite();
    const world = await buildWorld(buildDeps(db));
    const seen: Partial<Record<ViewerKind, Outcome>> = {};
    for (const kind of viewerKinds) {
      const { place, caller } = await world.placeFor(kind);
      seen[kind] = await outcomeOf(() => call(caller, place));
    }
    expect(seen).toEqual(outcomes);
  });
});

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
