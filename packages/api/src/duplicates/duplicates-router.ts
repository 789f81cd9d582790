// Leads of one person, as screens ask for them.
import {
  listPairsInput,
  mergeLeadsInput,
  scanInput,
  undoMergeInput,
} from "@studydesk/domain/duplicates/duplicate-inputs";
import { pairInput } from "@studydesk/domain/duplicates/duplicate-pair";
import { leadIdInput } from "@studydesk/domain/leads/lead-inputs";
import { router, staffProcedure } from "../trpc";
import { compareLeads } from "./compare-leads";
import { offerAgain, sayDifferent } from "./decide-pair";
import { mergeLeads } from "./merge-leads";
import { readPairCount, readPairs, readPairsOfLead } from "./read-pairs";
import { readScans, startScan, stopScan } from "./scan-site";
import { undoMerge } from "./undo-merge";

export const duplicatesRouter = router({
  list: staffProcedure
    .input(listPairsInput)
    .query(({ ctx, input }) => readPairs(ctx.deps, ctx.viewer, input)),
  count: staffProcedure.query(({ ctx }) => readPairCount(ctx.deps, ctx.viewer)),
  ofLead: staffProcedure
    .input(leadIdInput)
    .query(({ ctx, input }) => readPairsOfLead(ctx.deps, ctx.viewer, input)),
  compare: staffProcedure
    .input(pairInput)
    .query(({ ctx, input }) => compareLeads(ctx.deps, ctx.viewer, input)),
  merge: staffProcedure
    .input(mergeLeadsInput)
    .mutation(({ ctx, input }) => mergeLeads(ctx.deps, ctx.viewer, input)),
  undoMerge: staffProcedure
    .input(undoMergeInput)
    .mutation(({ ctx, input }) => undoMerge(ctx.deps, ctx.viewer, input)),
  sayDifferent: staffProcedure
    .input(pairInput)
    .mutation(({ ctx, input }) => sayDifferent(ctx.deps, ctx.viewer, input)),
  offerAgain: staffProcedure
    .input(pairInput)
    .mutation(({ ctx, input }) => offerAgain(ctx.deps, ctx.viewer, input)),
  scans: staffProcedure.query(({ ctx }) => readScans(ctx.deps, ctx.viewer)),
  startScan: staffProcedure
    .input(scanInput)
    .mutation(({ ctx, input }) => startScan(ctx.deps, ctx.viewer, input)),
  stopScan: staffProcedure
    .input(scanInput)
    .mutation(({ ctx, input }) => stopScan(ctx.deps, ctx.viewer, input)),
});
