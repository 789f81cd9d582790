// Screening: a lead's questions and their answers.
import {
  answerCriterionInput,
  readScreeningInput,
  takeBackAnswerInput,
} from "@studydesk/domain/screening/answer-input";
import { router, staffProcedure } from "../trpc";
import { answerCriterion } from "./answer-criterion";
import { openScreening } from "./open-screening";
import { takeBackAnswer } from "./take-back-answer";

export const screeningRouter = router({
  read: staffProcedure
    .input(readScreeningInput)
    .query(({ ctx, input }) => openScreening(ctx.deps, ctx.viewer, input)),
  answer: staffProcedure
    .input(answerCriterionInput)
    .mutation(({ ctx, input }) => answerCriterion(ctx.deps, ctx.viewer, input)),
  takeBack: staffProcedure
    .input(takeBackAnswerInput)
    .mutation(({ ctx, input }) => takeBackAnswer(ctx.deps, ctx.viewer, input)),
});
