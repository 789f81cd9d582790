import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canMove,
  declineReasons,
  giveUpReasons,
  invalidReasons,
  type LeadForMove,
  type LeadStatus,
  leadStatuses,
  type MoveRefusal,
  moveRefusalSentences,
  nextStatuses,
  reasonsForMove,
  reassessReasons,
  reopenReasons,
  type StatusReason,
  screenFailureReasons,
  statusReasonLabels,
  statusReasons,
  withdrawalReasons,
} from "./lead-status";

const now = new Date("2026-09-15T12:00:00.000Z");
const untried = { attemptCount: 0, firstAttemptAt: null };
const triedEnough = { attemptCount: 3, firstAttemptAt: "2026-09-01T12:00:00.000Z" };
type Tries = typeof untried | typeof triedEnough;

/** What each way asks for: nothing, one of these reasons, or one of these unless tried enough. */
type Toll =
  | { reasons: readonly StatusReason[]; missing: MoveRefusal; freeWhenTried?: true }
  | { guard: MoveRefusal }
  | "free";

const decline: Toll = { reasons: declineReasons, missing: "needs_decline_reason" };
const invalidate: Toll = { reasons: invalidReasons, missing: "needs_invalid_reason" };
const giveUp: Toll = {
  reasons: giveUpReasons,
  missing: "needs_more_attempts_or_reason",
  freeWhenTried: true,
};

/** The whole life of a lead, written down a second time; what is not here is no way. */
const ways: Readonly<Record<LeadStatus, Partial<Record<LeadStatus, Toll>>>> = {
  new: { contacting: "free", pre_screening: "free", declined: decline, invalid: invalidate },
  contacting: {
    pre_screening: "free",
    could_not_reach: giveUp,
    declined: decline,
    invalid: invalidate,
  },
  pre_screening: {
    investigator_review: { guard: "needs_every_answer" },
    pre_screen_failure: { guard: "needs_criterion" },
    declined: decline,
    could_not_reach: giveUp,
  },
  investigator_review: {
    visit_scheduled: { guard: "needs_signature" },
    pre_screening: "free",
    pre_screen_failure: { guard: "needs_criterion" },
    declined: decline,
  },
  visit_scheduled: {
    in_screening: { guard: "needs_new_signature" },
    pre_screening: "free",
    declined: decline,
    could_not_reach: giveUp,
  },
  in_screening: {
    enrolled: "free",
    screen_failure: { reasons: screenFailureReasons, missing: "needs_screen_failure_reason" },
    withdrawn: { reasons: withdrawalReasons, missing: "needs_withdrawal_reason" },
  },
  enrolled: { withdrawn: { reasons: withdrawalReasons, missing: "needs_withdrawal_reason" } },
  could_not_reach: { pre_screening: { reasons: reopenReasons, missing: "needs_reopen_reason" } },
  declined: {
    pre_screening: { reasons: ["person_asked"], missing: "declined_reopens_when_asked" },
  },
  pre_screen_failure: {
    pre_screening: { reasons: reassessReasons, missing: "needs_reassess_reason" },
  },
  screen_failure: {},
  withdrawn: {},
  invalid: { new: "free" },
};

function expected(
  from: LeadStatus,
  to: LeadStatus,
  reason: StatusReason | undefined,
  tries: Tries,
): MoveRefusal | "ok" {
  const toll = ways[from][to];
  if (!toll) return "not_a_next_status";
  const wrongReason = from === "declined" ? "declined_reopens_when_asked" : "reason_does_not_fit";
  if (toll === "free") return reason === undefined ? "ok" : wrongReason;
  if ("guard" in toll) return reason === undefined ? toll.guard : wrongReason;
  if (to === "screen_failure" && reason === "criterion_failed") return "needs_criterion";
  if (reason !== undefined) return toll.reasons.includes(reason) ? "ok" : wrongReason;
  return toll.freeWhenTried && tries === triedEnough ? "ok" : toll.missing;
}

const answerOf = (lead: LeadForMove, to: LeadStatus, reason: StatusReason | undefined) => {
  const answer = canMove(lead, to, { reason }, now);
  return answer.ok ? "ok" : answer.refusal;
};

describe("canMove", () => {
  for (const from of leadStatuses) {
    it(`answers for every way out of ${from}, with every reason and without one`, () => {
      for (const to of leadStatuses) {
        for (const reason of [undefined, ...statusReasons]) {
          for (const tries of [untried, triedEnough]) {
            const lead = { status: from, ...tries };
            const way = `${from} → ${to} because ${reason}, ${tries.attemptCount} tries`;
            expect(answerOf(lead, to, reason), way).toBe(expected(from, to, reason, tries));
          }
        }
      }
    });
  }

  it.each([
    [3, "2026-09-01T12:00:00.000Z", "ok"],
    [4, "2026-08-01T12:00:00.000Z", "ok"],
    [3, "2026-09-01T12:00:00.001Z", "needs_more_attempts_or_reason"],
    [2, "2026-08-01T12:00:00.000Z", "needs_more_attempts_or_reason"],
    [3, null, "needs_more_attempts_or_reason"],
  ])(
    "gives up without a reason after three attempts over fourteen days: %i since %s is %s",
    (attemptCount, firstAttemptAt, answer) => {
      const lead: LeadForMove = { status: "contacting", attemptCount, firstAttemptAt };
      expect(answerOf(lead, "could_not_reach", undefined)).toBe(answer);
    },
  );

  it("agrees with what was offered: an offered reason passes, a missing required one does not", () => {
    const leads = fc.record({
      status: fc.constantFrom(...leadStatuses),
      attemptCount: fc.nat({ max: 6 }),
      firstAttemptAt: fc.option(
        fc
          .date({ min: new Date("2026-08-01"), max: now, noInvalidDate: true })
          .map((date) => date.toISOString()),
      ),
    });
    const done = { screening: { questions: 2, answered: 2 }, signature: "stands" } as const;
    const studyConsent = { on: "2026-09-14", formVersion: "3.0" };
    const given = { criterionId: 1, studyConsent, isSigned: true };
    fc.assert(
      fc.property(leads, (some) => {
        const lead: LeadForMove = { ...some, ...done };
        for (const to of nextStatuses(lead)) {
          const { offered, required } = reasonsForMove(lead, to, now);
          expect(canMove(lead, to, given, now).ok).toBe(!required);
          for (const reason of statusReasons) {
            expect(canMove(lead, to, { ...given, reason }, now).ok).toBe(offered.includes(reason));
          }
          if (required) expect(offered).not.toEqual([]);
        }
      }),
    );
  });

  it("leaves every status but the two last ones a way to go on, and none to itself", () => {
    for (const status of leadStatuses) {
      const isLast = status === "screen_failure" || status === "withdrawn";
      expect(nextStatuses({ status }).length === 0).toBe(isLast);
      expect(nextStatuses({ status })).not.toContain(status);
    }
  });

  it("opens no lead again whose person took back the consent to be contacted", () => {
    const consentWithdrawnAt = "2026-09-01T12:00:00.000Z";
    for (const status of ["declined", "could_not_reach", "invalid"] as const) {
      const lead: LeadForMove = { status, ...untried, consentWithdrawnAt };
      expect(nextStatuses(lead)).toEqual([]);
      for (const to of nextStatuses({ status })) {
        for (const reason of [undefined, ...statusReasons]) {
          expect(answerOf(lead, to, reason)).toBe("consent_withdrawn");
        }
      }
    }
    expect(nextStatuses({ status: "new", consentWithdrawnAt })).toEqual(["declined", "invalid"]);
  });

  it("has a sentence for every refusal and a label for every reason, each reason in one list", () => {
    for (const sentence of Object.values(moveRefusalSentences)) expect(sentence).toMatch(/\.$/);
    expect(Object.keys(statusReasonLabels).sort()).toEqual([...statusReasons].sort());
    expect(new Set(statusReasons).size).toBe(statusReasons.length);
  });
});
