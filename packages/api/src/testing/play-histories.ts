// Random histories of leads, by the use cases that the desk itself goes through: contact, questions, review,
// visit, enrolment, second thoughts, merges and erasure. What a rule refuses is left; what happens instead
// of a refusal is looked at by whoever plays.
import { keepPair } from "@studydesk/db/duplicates/pair-queries";
import { eraseIdentity } from "@studydesk/db/leads/erase-queries";
import { inTransaction } from "@studydesk/db/open-database";
import { setSignedAnswers } from "@studydesk/db/reviews/signature-queries";
import type { Row } from "@studydesk/db/schema";
import { findScreening } from "@studydesk/db/screening/screening-queries";
import { buildConsent, buildLead } from "@studydesk/db/testing/build-lead";
import { contactOutcomes } from "@studydesk/domain/contact/contact-attempt";
import { DomainError } from "@studydesk/domain/errors";
import { mayErase } from "@studydesk/domain/leads/erasure";
import { leadSources } from "@studydesk/domain/leads/lead-source";
import { leadStatuses, nextStatuses, reasonsForMove } from "@studydesk/domain/leads/lead-status";
import { dayIn } from "@studydesk/domain/leads/local-day";
import { statusReasons } from "@studydesk/domain/leads/status-reasons";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { TRPCError } from "@trpc/server";
import { mergeLeads } from "../duplicates/merge-leads";
import { moveLeadTo } from "../leads/change-status";
import { getLead } from "../leads/save-lead";
import { keepDecision } from "../reviews/keep-decision";
import { closeForGood } from "../status-page/withdraw-consent";
import { buildCaller } from "./build-caller";
import type { TestDeps } from "./build-deps";

export interface StudyAtSite {
  studyId: number;
  siteId: number;
}

/** Draws from a list, or a whole number below a limit. */
export interface Random {
  below(limit: number): number;
  pick<T>(values: readonly T[]): T;
}

/** Hears of every move that was made: what stood before it, and what came along. */
export type WatchMove = (
  before: Row<"leads">,
  after: Row<"leads">,
  given: Move & { isSigned: boolean; isUndo: boolean },
) => Promise<void>;

interface Move {
  to: Row<"leads">["status"];
  reason?: (typeof statusReasons)[number];
  criterionId?: number;
  studyConsent?: { on: string; formVersion: string };
}

const languages = ["en", "es", "ar", null] as const;
/** None, mostly, and now and then one that belongs elsewhere. */
const odd = [null, null, null, ...statusReasons.slice(0, 3)];

export function playHistories(
  deps: TestDeps,
  { coordinator, investigator }: { coordinator: Viewer; investigator: Viewer },
  random: Random,
  watch: WatchMove,
) {
  const { db } = deps;
  const asKim = buildCaller(deps, coordinator);
  const ids: number[] = [];
  const changes = new Map<number, number>();

  const read = (id: number) =>
    db.selectFrom("leads").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

  /** Undefined: a rule refused it. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      const refusal = error instanceof TRPCError ? error.cause : error;
      if (refusal instanceof DomainError) return undefined;
      throw error;
    }
  }

  async function arrive(place: StudyAtSite): Promise<void> {
    const lead = await buildLead(db, {
      ...place,
      createdAt: deps.now().toISOString(),
      source: random.pick(leadSources),
      language: random.pick(languages),
    });
    await buildConsent(db, lead);
    ids.push(lead.id);
  }

  async function contact(lead: Row<"leads">): Promise<void> {
    await attempt(() =>
      asKim.leads.logContact({
        ...{ leadId: lead.id, expectedVersion: lead.version },
        ...{ channel: "phone", outcome: random.pick(contactOutcomes.slice(0, 9)) },
      }),
    );
  }

  async function answerAll(lead: Row<"leads">, isPartial: boolean): Promise<void> {
    const screening = await attempt(() => asKim.screening.read({ leadId: lead.id }));
    for (const { criterion, answer } of screening?.lines ?? []) {
      if (isPartial && random.below(2) === 0) continue;
      const excludes = criterion.rule.kind === "yes_no" && criterion.rule.excludes === "yes";
      const value = random.pick([!excludes, !excludes, !excludes, !excludes, excludes, null]);
      await attempt(() =>
        asKim.screening.answer({
          ...{ leadId: lead.id, criterionId: criterion.id, value },
          ...{ expectedAnswerId: answer?.id ?? null, evidence: null, source: null },
        }),
      );
    }
  }

  async function move(lead: Row<"leads">): Promise<void> {
    // Now and then one that no rule knows.
    const next = nextStatuses({ status: lead.status, consentWithdrawnAt: null });
    // The first of them leads on: it is drawn more often than the others.
    const drawn = next[Math.min(...[1, 2, 3].map(() => random.below(next.length + 1)))];
    const to = random.below(12) === 0 || !drawn ? random.pick(leadStatuses) : drawn;
    const criteria = await db
      .selectFrom("criteria")
      .innerJoin("criteriaVersions", "criteriaVersions.id", "criteria.criteriaVersionId")
      .select("criteria.id")
      .where("criteriaVersions.studyId", "=", lead.studyId)
      .execute();
    const on = dayIn("America/Chicago", deps.now().toISOString());
    const { offered } = reasonsForMove(lead, to, deps.now());
    const reason = random.pick(random.below(6) === 0 || offered.length === 0 ? odd : offered);
    const given: Move = {
      to,
      ...(reason ? { reason } : {}),
      ...(random.below(6) > 0 ? { criterionId: random.pick(criteria).id } : {}),
      ...(random.below(6) > 0 ? { studyConsent: { on, formVersion: "2" } } : {}),
    };
    const view = await attempt(() =>
      asKim.leads.changeStatus({ leadId: lead.id, expectedVersion: lead.version, ...given }),
    );
    if (!view) return;
    if (view.changeId) changes.set(lead.id, view.changeId);
    await watch(lead, await read(lead.id), { ...given, isSigned: false, isUndo: false });
  }

  /** As a signature does it, without the password. */
  async function decide(lead: Row<"leads">): Promise<void> {
    const isEligible = random.below(4) > 0;
    const given = await attempt(() =>
      inTransaction(db, async (trx) => {
        const record = await getLead(trx, investigator, lead.id);
        const at = deps.now().toISOString();
        const screening = await findScreening(trx, lead.id);
        const asked = await trx
          .selectFrom("criteria")
          .select("id")
          .where("criteriaVersionId", "=", screening?.criteriaVersionId ?? 0)
          .execute();
        const failed = asked[random.below(asked.length + 1)]?.id;
        const move: Move = isEligible
          ? { to: "visit_scheduled" }
          : { to: "pre_screen_failure", ...(failed ? { criterionId: failed } : {}) };
        const decision = isEligible ? "eligible" : "not_eligible";
        await keepDecision(trx, investigator, record, { decision }, at);
        await setSignedAnswers(trx, lead.id, isEligible ? (screening?.answersSha256 ?? "") : null);
        await moveLeadTo(
          trx,
          investigator,
          record,
          { ...move, isSigned: true },
          { now: deps.now() },
        );
        return move;
      }),
    );
    if (given) await watch(lead, await read(lead.id), { ...given, isSigned: true, isUndo: false });
  }

  async function undo(lead: Row<"leads">): Promise<void> {
    const changeId = changes.get(lead.id);
    if (changeId === undefined) return;
    changes.delete(lead.id);
    const undone = await attempt(() => asKim.leads.undo({ changeId }));
    const after = await read(lead.id);
    if (undone && after.status !== lead.status) {
      await watch(lead, after, { to: after.status, isSigned: false, isUndo: true });
    }
  }

  async function merge(lead: Row<"leads">): Promise<void> {
    const others = await db
      .selectFrom("leads")
      .selectAll()
      .where("studyId", "=", lead.studyId)
      .where("siteId", "=", lead.siteId)
      .where("id", "!=", lead.id)
      .where("erasedAt", "is", null)
      .where("mergedIntoId", "is", null)
      .orderBy("id")
      .limit(20)
      .execute();
    if (others.length === 0 || lead.erasedAt !== null || lead.mergedIntoId !== null) return;
    const other = random.pick(others);
    const [leadA, leadB] = lead.id < other.id ? [lead.id, other.id] : [other.id, lead.id];
    await keepPair(
      db,
      { leadA, leadB, siteId: lead.siteId, reasons: ["same_email"], strength: 90 },
      deps.now().toISOString(),
    );
    await attempt(() =>
      mergeLeads(deps, coordinator, {
        ...{ keptId: lead.id, keptVersion: lead.version },
        ...{ otherId: other.id, otherVersion: other.version },
        take: random.below(2) === 0 ? ["status"] : [],
      }),
    );
  }

  async function leaveForGood(lead: Row<"leads">): Promise<void> {
    if (lead.erasedAt !== null || lead.mergedIntoId !== null || !mayErase(lead)) return;
    await inTransaction(db, async (trx) => {
      await closeForGood(trx, await getLead(trx, coordinator, lead.id), deps.now());
      const after = await getLead(trx, coordinator, lead.id);
      if (random.below(2) === 0) await eraseIdentity(trx, after, deps.now().toISOString());
    });
  }

  /** One thing happens to one lead, some hours later. */
  async function step(): Promise<void> {
    deps.clock.advance(random.below(20) * 3_600_000);
    const lead = await read(random.pick(random.below(3) === 0 ? ids : ids.slice(-12)));
    if (lead.status === "investigator_review" && random.below(3) > 0) return decide(lead);
    if (lead.status === "pre_screening" && random.below(3) === 0) return answerAll(lead, false);
    const dice = random.below(60);
    if (dice === 0) return leaveForGood(lead);
    if (dice === 1) return merge(lead);
    if (dice < 5) return undo(lead);
    if (dice < 17) return contact(lead);
    if (dice < 22) return answerAll(lead, true);
    return move(lead);
  }

  return { arrive, step };
}
