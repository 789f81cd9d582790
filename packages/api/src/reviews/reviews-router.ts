// Reviews, as screens ask for them: the investigator's queue and pages, decisions, and what the team sees of
// them beside a lead.
import {
  countWaiting,
  listWaiting,
  type WaitingCandidate,
} from "@studydesk/db/reviews/queue-queries";
import { leadIdInput } from "@studydesk/domain/leads/lead-inputs";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { attachNoteInput, detachNoteInput } from "@studydesk/domain/reviews/attached-note";
import {
  returnCandidateInput,
  sendToReviewInput,
  signDecisionInput,
} from "@studydesk/domain/reviews/review-inputs";
import { reviewSiteIds } from "@studydesk/domain/reviews/review-policy";
import type { Deps } from "../deps";
import { getLead } from "../leads/save-lead";
import { router, staffProcedure } from "../trpc";
import { attachNote, detachNote } from "./attach-note";
import { readOwnAttachedNotes } from "./attached-notes";
import { readCandidate } from "./read-candidate";
import { readLeadReviews } from "./read-lead-reviews";
import { returnCandidate } from "./return-candidate";
import { sendToReview } from "./send-to-review";
import { signDecision } from "./sign-decision";

export const reviewsRouter = router({
  queue: staffProcedure.query(({ ctx }) => readQueue(ctx.deps, ctx.viewer)),
  count: staffProcedure.query(async ({ ctx }) => ({
    count: await countWaiting(ctx.deps.db, reviewSiteIds(ctx.viewer)),
  })),
  candidate: staffProcedure
    .input(leadIdInput)
    .query(({ ctx, input }) => readCandidate(ctx.deps, ctx.viewer, input.leadId)),
  ofLead: staffProcedure.input(leadIdInput).query(async ({ ctx, input }) => {
    const lead = await getLead(ctx.deps.db, ctx.viewer, input.leadId);
    return readLeadReviews(ctx.deps.db, ctx.viewer, lead);
  }),
  send: staffProcedure
    .input(sendToReviewInput)
    .mutation(({ ctx, input }) => sendToReview(ctx.deps, ctx.viewer, input)),
  return: staffProcedure
    .input(returnCandidateInput)
    .mutation(({ ctx, input }) => returnCandidate(ctx.deps, ctx.viewer, input)),
  sign: staffProcedure
    .input(signDecisionInput)
    .mutation(({ ctx, input }) => signDecision(ctx.deps, ctx.viewer, input)),
  attachNote: staffProcedure
    .input(attachNoteInput)
    .mutation(({ ctx, input }) => attachNote(ctx.deps, ctx.viewer, input)),
  detachNote: staffProcedure
    .input(detachNoteInput)
    .mutation(({ ctx, input }) => detachNote(ctx.deps, ctx.viewer, input)),
  ownNotes: staffProcedure
    .input(leadIdInput)
    .query(({ ctx, input }) => readOwnAttachedNotes(ctx.deps, ctx.viewer, input.leadId)),
});

/** Enough for weeks: the others follow as these are decided. */
const mostListed = 100;

/** The longest waiting first; nobody's for whoever is an investigator nowhere. */
async function readQueue(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
): Promise<{ candidates: WaitingCandidate[]; total: number }> {
  const siteIds = reviewSiteIds(viewer);
  const candidates = await listWaiting(db, siteIds, mostListed);
  const isAll = candidates.length < mostListed;
  return { candidates, total: isAll ? candidates.length : await countWaiting(db, siteIds) };
}
