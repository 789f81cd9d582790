import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blockOf,
  canMove,
  consentedStatuses,
  type LeadForMove,
  type LeadStatus,
  leadStatuses,
  type MoveGiven,
  type MoveRefusal,
  moveRefusalSentences,
  nextStatuses,
  reasonsForMove,
} from "./lead-status";
import {
  declineReasons,
  giveUpReasons,
  invalidReasons,
  reassessReasons,
  reopenReasons,
  type StatusReason,
  screenFailureReasons,
  statusReasonLabels,
  statusReasons,
  withdrawalReasons,
} from "./status-reasons";

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

/** Everything that a guard can ask for has been done, and is given along. */
const done = { screening: { questions: 2, answered: 2 }, signature: "stands" } as const;
const studyConsent = { on: "2026-09-14", formVersion: "3.0" };
const everything: MoveGiven = { criterionId: 1, studyConsent, isSigned: true };

function expected(
  from: LeadStatus,
  to: LeadStatus,
  reason: StatusReason | undefined,
  { tries, isDone }: { tries: Tries; isDone: boolean },
): MoveRefusal | "ok" {
  const toll = ways[from][to];
  if (!toll) return "not_a_next_status";
  const wrongReason = from === "declined" ? "declined_reopens_when_asked" : "reason_does_not_fit";
  if (toll === "free") return reason === undefined ? "ok" : wrongReason;
  if ("guard" in toll) {
    if (reason !== undefined) return wrongReason;
    return isDone ? "ok" : toll.guard;
  }
  if (to === "screen_failure" && reason === "criterion_failed" && !isDone) return "needs_criterion";
  if (reason !== undefined) return toll.reasons.includes(reason) ? "ok" : wrongReason;
  return toll.freeWhenTried && tries === triedEnough ? "ok" : toll.missing;
}

const answerOf = (lead: LeadForMove, to: LeadStatus, given: MoveGiven) => {
  const answer = canMove(lead, to, given, now);
  return answer.ok ? "ok" : answer.refusal;
};

describe("canMove", () => {
  for (const from of leadStatuses) {
    it(`answers for every way out of ${from}: with every reason and none, with all done and nothing`, () => {
      for (const to of leadStatuses) {
        for (const reason of [undefined, ...statusReasons]) {
          for (const tries of [untried, triedEnough]) {
            for (const isDone of [false, true]) {
              const lead = { status: from, ...tries, ...(isDone ? done : {}) };
              const given = { reason, ...(isDone ? everything : {}) };
              const way = `${from} → ${to} because ${reason}, ${tries.attemptCount} tries, ${isDone ? "all" : "nothing"} done`;
              const answer = expected(from, to, reason, { tries, isDone });
              expect(answerOf(lead, to, given), way).toBe(answer);
            }
          }
        }
      }
    });
  }

  it.each([
    [null, "needs_every_answer"],
    [{ questions: 0, answered: 0 }, "needs_every_answer"],
    [{ questions: 5, answered: 4 }, "needs_every_answer"],
    [{ questions: 5, answered: 5 }, "ok"],
  ])("sends to the investigator whose answers are whole: %j is %s", (screening, answer) => {
    const lead: LeadForMove = { status: "pre_screening", ...untried, screening };
    expect(answerOf(lead, "investigator_review", {})).toBe(answer);
    // A criterion that fails ends it before the others were asked.
    expect(answerOf(lead, "pre_screen_failure", { criterionId: 1 })).toBe("ok");
  });

  it("lets a candidate leave the review by a signature, except back or when the person declines", () => {
    const lead: LeadForMove = { status: "investigator_review", ...untried, ...done };
    const criterionId = 1;
    expect(answerOf(lead, "visit_scheduled", {})).toBe("needs_signature");
    expect(answerOf(lead, "visit_scheduled", { isSigned: true })).toBe("ok");
    expect(answerOf(lead, "pre_screen_failure", { criterionId })).toBe("needs_signature");
    expect(answerOf(lead, "pre_screen_failure", { isSigned: true })).toBe("needs_criterion");
    expect(answerOf(lead, "pre_screen_failure", { criterionId, isSigned: true })).toBe("ok");
    expect(answerOf(lead, "pre_screening", {})).toBe("ok");
    expect(answerOf(lead, "declined", { reason: "travel" })).toBe("ok");
  });

  it.each([
    [undefined, "needs_new_signature"],
    ["none", "needs_new_signature"],
    ["overtaken", "needs_new_signature"],
    ["stands", "ok"],
  ] as const)("begins screening under a signature that stands: %s is %s", (signature, answer) => {
    const lead: LeadForMove = {
      ...{ status: "visit_scheduled", ...untried },
      ...(signature ? { signature } : {}),
    };
    expect(answerOf(lead, "in_screening", { studyConsent })).toBe(answer);
    if (answer === "ok") expect(answerOf(lead, "in_screening", {})).toBe("needs_study_consent");
  });

  it("asks for a criterion only where the failure is one of a criterion", () => {
    const lead: LeadForMove = { status: "in_screening", ...untried };
    for (const reason of screenFailureReasons) {
      const bare = answerOf(lead, "screen_failure", { reason });
      expect(bare).toBe(reason === "criterion_failed" ? "needs_criterion" : "ok");
      expect(answerOf(lead, "screen_failure", { reason, criterionId: 1 })).toBe("ok");
    }
  });

  it("says beforehand what blocks a way whatever is given along, and nothing of what can be given", () => {
    const blocks = (status: LeadStatus, to: LeadStatus, state: Partial<LeadForMove> = {}) =>
      blockOf({ status, ...untried, ...state }, to, now);
    expect(blocks("pre_screening", "investigator_review")).toBe("needs_every_answer");
    expect(blocks("pre_screening", "investigator_review", done)).toBeNull();
    expect(blocks("pre_screening", "pre_screen_failure")).toBeNull();
    expect(blocks("pre_screening", "could_not_reach")).toBeNull();
    expect(blocks("investigator_review", "visit_scheduled", done)).toBe("needs_signature");
    expect(blocks("investigator_review", "pre_screen_failure", done)).toBe("needs_signature");
    expect(blocks("investigator_review", "pre_screening", done)).toBeNull();
    expect(blocks("visit_scheduled", "in_screening")).toBe("needs_new_signature");
    expect(blocks("visit_scheduled", "in_screening", done)).toBeNull();
    expect(blocks("in_screening", "screen_failure")).toBeNull();
    expect(blocks("in_screening", "withdrawn")).toBeNull();
  });

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
      expect(answerOf(lead, "could_not_reach", {})).toBe(answer);
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
    fc.assert(
      fc.property(leads, (some) => {
        const lead: LeadForMove = { ...some, ...done };
        for (const to of nextStatuses(lead)) {
          const { offered, required } = reasonsForMove(lead, to, now);
          expect(canMove(lead, to, everything, now).ok).toBe(!required);
          for (const reason of statusReasons) {
            expect(canMove(lead, to, { ...everything, reason }, now).ok).toBe(
              offered.includes(reason),
            );
          }
          if (required) expect(offered).not.toEqual([]);
        }
      }),
    );
  });

  it("keeps the way of whoever consented to the study open, whatever becomes of the consent to be contacted", () => {
    const consentWithdrawnAt = "2026-09-01T12:00:00.000Z";
    for (const status of consentedStatuses) {
      expect(nextStatuses({ status, consentWithdrawnAt })).toEqual(nextStatuses({ status }));
    }
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
          expect(answerOf(lead, to, { reason })).toBe("consent_withdrawn");
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
