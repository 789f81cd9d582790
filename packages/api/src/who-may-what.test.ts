// Every procedure, asked by everybody. A procedure without a row here fails: whoever adds one says who
// may call it. And whoever holds nothing at a place is told the same of it as of a place that is not there.
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { DomainError } from "@studydesk/domain/errors";
import { TRPCError } from "@trpc/server";
import { describe, expect, it } from "vitest";
import { appRouter } from "./app-router";
import { buildDeps } from "./testing/build-deps";
import { askWithOtherIds } from "./testing/who-may-what/ask-with-other-ids";
import { buildWorld } from "./testing/who-may-what/build-world";
import { everyRow } from "./testing/who-may-what/every-row";
import { type Outcome, type ViewerKind, viewerKinds } from "./testing/who-may-what/grid";

/** Who holds nothing at the place, or is told that there is nothing. */
function mustNotKnow(kind: ViewerKind, outcome: Outcome): boolean {
  return outcome === "not_found" || (outcome !== "ok" && kind.endsWith("elsewhere"));
}

describe("who may what", () => {
  it("says for every procedure who may call it", () => {
    expect(Object.keys(everyRow).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
  });

  it.each(Object.entries(everyRow))("%s", async (_, row) => {
    const { db } = await openTestSqlite();
    const world = await buildWorld(buildDeps(db));
    const seen: Partial<Record<ViewerKind, Outcome>> = {};
    for (const kind of viewerKinds) {
      const { place, caller } = await world.placeFor(kind);
      seen[kind] = await outcomeOf(() => row.call(caller, place));
    }
    expect(seen).toEqual(row.outcomes);

    for (const kind of viewerKinds.filter((each) => mustNotKnow(each, row.outcomes[each]))) {
      const { place, caller } = await world.placeFor(kind);
      const said = await askWithOtherIds(row, caller, place);
      expect(said?.foreign, kind).toEqual(said?.random);
    }
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
