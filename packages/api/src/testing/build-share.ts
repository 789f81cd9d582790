// A made-up lead with a coordinator, and a share of theirs, kept as the author's browser would have it
// kept. What was sealed comes from the test: the server's side never seals.
import { randomBytes } from "node:crypto";
import type { Db } from "@studydesk/db/open-database";
import { buildLead } from "@studydesk/db/testing/build-lead";
import { buildPerson, buildSite } from "@studydesk/db/testing/build-people";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { OpenShareAnswer } from "@studydesk/domain/shares/open-share-answer";
import { createShareInput } from "@studydesk/domain/shares/share-inputs";
import type { ShareMemo } from "@studydesk/domain/shares/share-memo";
import { createShare } from "../shares/create-share";
import { openShareEndpoint } from "../shares/open-share-endpoint";
import type { ShareView } from "../shares/share-view";
import { buildDeps, type TestDeps } from "./build-deps";

export interface SealedForTest {
  id: string;
  linkProof: string;
  authKey: string;
  iv: string;
  ciphertext: string;
}

export interface ShareTest {
  deps: TestDeps;
  author: Viewer;
  leadId: number;
  siteId: number;
  /** Shares `sealed`; settings as the author's form has them. */
  share(settings?: {
    expiresInDays?: number;
    maxViews?: number;
    memo?: ShareMemo;
    takesReplies?: boolean;
  }): Promise<ShareView>;
  /** Asks as the reader page does; give `change` to ask otherwise. */
  open(change?: { network?: string } & Record<string, unknown>): Promise<OpenShareAnswer>;
}

export async function buildShareTest(db: Db, sealed: SealedForTest): Promise<ShareTest> {
  const deps = buildDeps(db);
  const site = await buildSite(db);
  const author = await buildPerson(db, { role: "coordinator", siteId: site.id });
  const { id: leadId } = await buildLead(db, { siteId: site.id });
  return {
    deps,
    author,
    leadId,
    siteId: site.id,
    share: (settings = {}) =>
      createShare(
        deps,
        author,
        createShareInput.parse({
          ...sealed,
          home: { leadId },
          memo: memoForTest,
          ...settings,
        }),
      ),
    open({ network = "203.0.113.0/24", ...change } = {}) {
      const { id, linkProof, authKey } = sealed;
      const body = { id, linkProof, authKey, nonce: randomText(16), ...change };
      return openShareEndpoint(deps, { body, network, requestId: "test" });
    },
  };
}

/** Of the right sizes; nothing opens it, since nothing was sealed. */
export function sealedForTest(): SealedForTest {
  return {
    id: randomText(16),
    linkProof: randomText(32),
    authKey: randomText(32),
    iv: randomText(12),
    ciphertext: randomText(1040),
  };
}

/** Nothing chosen, nothing to remember. */
export const memoForTest: ShareMemo = {
  ...{ label: "", noteIds: [], factLabels: [], isNamed: false, quoteNoteIds: [] },
};

/** Random bytes as base64url. */
export function randomText(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}
