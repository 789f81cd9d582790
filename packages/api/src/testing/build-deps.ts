// Deps for tests: everything real on the given database, except the clock, which stands where it is set.
import type { Db } from "@studydesk/db/open-database";
import type { Deps } from "../deps";
import { createLiveEvents } from "../live-events";
import { firstNoteKeyId, keyringOf } from "../notes/note-keyring";
import { createRateLimits } from "../rate-limits";
import { deriveSecretKeys } from "../secret-keys";
import type { Registry } from "../studies/registry";

export interface TestClock {
  set(iso: string): void;
  advance(ms: number): void;
}

const unreachableRegistry: Registry = {
  syncHours: undefined,
  fetchRecord: async () => ({
    ok: false,
    reason: "not_reached",
    sentence: "clinicaltrials.gov was not reached from this machine (ENOTFOUND).",
  }),
};

export type TestDeps = Deps & { readonly clock: TestClock };

/** The clock starts at noon UTC of 1 September 2026. */
export function buildDeps(db: Db, overrides: Partial<Deps> = {}): TestDeps {
  let at = new Date("2026-09-01T12:00:00.000Z");
  const now = () => new Date(at);
  const keys = deriveSecretKeys(Buffer.alloc(32, 7));
  return {
    db,
    now,
    baseUrl: "http://localhost:3000",
    live: createLiveEvents(),
    limits: createRateLimits(db, now),
    keys,
    noteKeys: keyringOf({ id: firstNoteKeyId, key: keys.notes }),
    registry: unreachableRegistry,
    mailQueued: () => {},
    jobQueued: () => {},
    hasMailServer: true,
    viewers: { forgetAll: () => {} },
    ...overrides,
    clock: {
      set(iso) {
        at = new Date(iso);
      },
      advance(ms) {
        at = new Date(at.getTime() + ms);
      },
    },
  };
}
