// Readers see a plain-language text from the moment a named person publishes it, who has looked at every
// claim that the checks marked; withdrawing takes one step, and the registry's text is back at once.
import { inTransaction } from "@studydesk/db/open-database";
import {
  findOverview,
  lockOverviews,
  publishOverviewDraft,
  withdrawPublishedOverview,
} from "@studydesk/db/studies/overview-queries";
import { DomainError, notFound, orNotFound, staleVersion } from "@studydesk/domain/errors";
import { hasVisibleText } from "@studydesk/domain/leads/typed-text";
import type { Viewer } from "@studydesk/domain/people/viewer";
import {
  type ClaimFinding,
  claimKinds,
  createClaimCheck,
  openFindings,
} from "@studydesk/domain/studies/check-claims";
import type {
  PublishOverviewInput,
  WithdrawOverviewInput,
} from "@studydesk/domain/studies/overview";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import { readRegistrySource } from "./overview-view";
import { refuseOtherVersion } from "./save-overview-draft";
import { getStudyToWord } from "./word-study";

type PublishDeps = Pick<Deps, "db" | "now" | "live">;

export async function publishOverview(
  deps: PublishDeps,
  viewer: Viewer,
  input: PublishOverviewInput,
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const draft = await findOverview(trx, input.overviewId);
    if (!draft) throw notFound("text");
    const { study } = await orNotFound("text", getStudyToWord(trx, viewer, draft.studyId));
    await lockOverviews(trx, draft);
    refuseOtherVersion(draft.publishedAt ? undefined : draft, input.expectedVersion);
    const { text, language, origin, studyId } = draft;
    if (!hasVisibleText(text)) {
      throw new DomainError(
        "rule_broken",
        "Write something first: an empty text helps no reader.",
        {
          reason: "empty",
        },
      );
    }
    const source = await readRegistrySource(trx, study);
    if (source.sha256 !== input.sourceSha256) {
      throw new DomainError(
        "conflict",
        "The registry’s text changed while you were at it. It has been loaded again, and the text was checked against it: look, then publish.",
        { reason: "registry_changed" },
      );
    }
    const findings = createClaimCheck(source.text)(text, language);
    refuseUnchecked(findings, input.checkedFindings);
    const at = deps.now().toISOString();
    const by = { userId: viewer.userId, at };
    const replacedId = await withdrawPublishedOverview(trx, { studyId, language }, by);
    const published = await publishOverviewDraft(
      trx,
      { id: draft.id, version: draft.version, byUserId: viewer.userId, at },
      {
        sourceSha256: source.sha256,
        checkedFindings: findings.map(({ kind, quote, key }) => ({ kind, quote, key })),
      },
    );
    if (!published) throw staleVersion("text", draft.version + 1);
    await recordChange(trx, {
      at,
      actorId: viewer.userId,
      action: "overview.published",
      subject: "study",
      subjectId: String(studyId),
      siteId: null,
      details: {
        ...{ overviewId: draft.id, language, origin, replacedId: replacedId ?? null },
        ...countByKind(findings),
      },
    });
  });
  deps.live.announce();
}

/** Withdrawing what is withdrawn already changes nothing. */
export async function withdrawOverview(
  deps: PublishDeps,
  viewer: Viewer,
  { overviewId }: WithdrawOverviewInput,
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const overview = await findOverview(trx, overviewId);
    if (!overview?.publishedAt) throw notFound("text");
    await orNotFound("text", getStudyToWord(trx, viewer, overview.studyId));
    const at = deps.now().toISOString();
    const done = await withdrawPublishedOverview(trx, overview, { userId: viewer.userId, at });
    if (done === undefined) return;
    await recordChange(trx, {
      at,
      actorId: viewer.userId,
      action: "overview.withdrawn",
      subject: "study",
      subjectId: String(overview.studyId),
      siteId: null,
      details: { overviewId, language: overview.language },
    });
  });
  deps.live.announce();
}

function refuseUnchecked(findings: readonly ClaimFinding[], checkedKeys: readonly string[]): void {
  const open = openFindings(findings, checkedKeys);
  if (open.length === 0) return;
  const marked = open.length === 1 ? "One claim is" : `${open.length} claims are`;
  throw new DomainError(
    "rule_broken",
    `${marked} not in the registry’s text. Change the words, or look at each and say that you checked it.`,
    { reason: "unchecked_claims", details: { open: open.length } },
  );
}

/** How many of each kind the publisher stood by: the words themselves stay out of the audit. */
function countByKind(findings: readonly ClaimFinding[]): Record<string, number> {
  return Object.fromEntries(
    claimKinds.flatMap((kind) => {
      const count = findings.filter((finding) => finding.kind === kind).length;
      return count > 0 ? [[`checked_${kind}`, count]] : [];
    }),
  );
}
