import { expect, it } from "vitest";
import { type ShareForState, shareStateOf } from "./share-state";

const now = "2026-09-01T12:00:00.000Z";
const fresh: ShareForState = {
  revokedAt: null,
  expiresAt: "2026-09-08T12:00:00.000Z",
  views: 0,
  maxViews: 2,
};

it.each<[string, Partial<ShareForState>, string]>([
  ["nothing happened", {}, "active"],
  ["one view is left", { views: 1 }, "active"],
  ["no view is left", { views: 2 }, "used_up"],
  ["its last moment has come", { expiresAt: now }, "expired"],
  ["it was revoked", { revokedAt: now }, "revoked"],
  ["it was revoked, expired and used up", { revokedAt: now, expiresAt: now, views: 2 }, "revoked"],
  ["it expired and was used up", { expiresAt: now, views: 2 }, "expired"],
])("When %s, a share's state says so.", (_case, change, state) => {
  expect(shareStateOf({ ...fresh, ...change }, now)).toBe(state);
});
