// Every procedure, asked by everybody. A procedure without a row here fails: whoever adds one says who
// may call it. And whoever holds nothing at a place is told the same of it as of a place that is not there.
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import { describe, expect, it } from "vitest";
import { appRouter } from "./app-router";
import { buildDeps } from "./testing/build-deps";
import { askRow } from "./testing/who-may-what/ask-row";
import { buildWorld } from "./testing/who-may-what/build-world";
import { everyRow } from "./testing/who-may-what/every-row";
import { type Outcome, type ViewerKind, viewerKinds } from "./testing/who-may-what/grid";

/** Whoever has such a link may use it, whatever they are. */
const byLink = [
  ...["people.readInvitation", "people.acceptInvitation"],
  ...["people.readPasswordReset", "people.setNewPassword"],
];

/** Who holds nothing at the place, or is told that there is nothing. */
function mustNotKnow(path: string, kind: ViewerKind, outcome: Outcome): boolean {
  return outcome === "not_found" || (kind.endsWith("elsewhere") && !byLink.includes(path));
}

describe("who may what", () => {
  it("says for every procedure who may call it", () => {
    expect(Object.keys(everyRow).sort()).toEqual(Object.keys(appRouter._def.procedures).sort());
  });

  it.each(Object.entries(everyRow))("%s", async (path, row) => {
    const { db } = await openTestSqlite();
    const world = await buildWorld(buildDeps(db));
    const seen: Partial<Record<ViewerKind, Outcome>> = {};
    for (const kind of viewerKinds) {
      const { place, caller } = await world.placeFor(kind);
      const { outcome, said, askRandom } = await askRow(row, caller, place);
      seen[kind] = outcome;
      if (mustNotKnow(path, kind, outcome) && askRandom) {
        expect(said, kind).toEqual(await askRandom());
      }
    }
    expect(seen).toEqual(row.outcomes);
  });
});
