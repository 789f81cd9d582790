import type { Viewer } from "@studydesk/domain/people/viewer";
import { expect, it } from "vitest";
import { whileAllowed } from "./while-allowed";

const viewer: Viewer = {
  ...{ userId: "kim", name: "Kim Example", email: "kim@example.org", isOwner: false },
  roles: [
    { siteId: 1, role: "coordinator" },
    { siteId: 2, role: "admin" },
  ],
  sessionId: "session",
};

it.each([
  ["is signed out", undefined],
  ["lost one of the sites", { ...viewer, roles: viewer.roles.slice(0, 1) }],
])("gives nothing more of a file once its reader %s, and ends its making", async (_, later) => {
  let isEnded = false;
  async function* make() {
    try {
      yield "first";
      yield "second";
    } finally {
      isEnded = true;
    }
  }
  let now: Viewer | undefined = viewer;
  const pieces = whileAllowed(viewer, async () => now, make());
  expect(await pieces.next()).toEqual({ done: false, value: "first" });
  now = later;
  await expect(pieces.next()).rejects.toMatchObject({ code: "unauthenticated" });
  expect(isEnded).toBe(true);
});

it("gives the whole file to somebody who still may have it", async () => {
  async function* make() {
    yield* ["first", "second"];
  }
  const pieces: string[] = [];
  for await (const piece of whileAllowed(viewer, async () => viewer, make())) pieces.push(piece);
  expect(pieces).toEqual(["first", "second"]);
});
