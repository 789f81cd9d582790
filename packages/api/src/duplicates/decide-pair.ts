// Somebody says that two leads are not the same person: the pair is never offered again, until they take
// that back.
import { checkAgain } from "@studydesk/db/duplicates/check-queries";
import { decidePair } from "@studydesk/db/duplicates/pair-queries";
import { inTransaction } from "@studydesk/db/open-database";
import type { PairInput, PairState } from "@studydesk/domain/duplicates/duplicate-pair";
import { DomainError } from "@studydesk/domain/errors";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import { recordChange } from "../record-change";
import { getPairToDecide } from "./get-pair";

type DecideDeps = Pick<Deps, "db" | "now" | "live">;

/** Throws not_found, forbidden, conflict. */
export function sayDifferent(deps: DecideDeps, viewer: Viewer, input: PairInput) {
  return decide(deps, viewer, input, { from: "open", to: "different" });
}

/** Throws not_found, forbidden, conflict. */
export function offerAgain(deps: DecideDeps, viewer: Viewer, input: PairInput) {
  return decide(deps, viewer, input, { from: "different", to: "open" });
}

async function decide(
  deps: DecideDeps,
  viewer: Viewer,
  input: PairInput,
  { from, to }: { from: PairState; to: PairState },
): Promise<void> {
  const at = deps.now().toISOString();
  await inTransaction(deps.db, async (trx) => {
    const { leadA, leadB, siteId } = await getPairToDecide(trx, viewer, input);
    const by = to === "open" ? null : viewer.userId;
    if (!(await decidePair(trx, input, { from, to, by, at: by && at }))) throw decidedAlready();
    await checkAgain(trx, [leadA]);
    for (const [leadId, otherId] of [
      [leadA, leadB],
      [leadB, leadA],
    ] as const) {
      await recordChange(trx, {
        at,
        actorId: viewer.userId,
        action: to === "different" ? "lead.not_the_same" : "lead.not_the_same_undone",
        subject: "lead",
        subjectId: String(leadId),
        siteId,
        details: { otherId },
      });
    }
  });
  deps.live.announce();
}

export function decidedAlready(): DomainError {
  return new DomainError(
    "conflict",
    "Somebody decided on this pair while you were at it. Look at the list again.",
    { reason: "decided_already" },
  );
}
