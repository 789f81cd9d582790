// The texts of a study's public page: everybody of its sites reads them, the owner and the sites' admins
// change them.
import {
  publishConsentTextInput,
  readStudyTextsInput,
  removeStudyTextInput,
  resetStudyFaqsInput,
  saveStudyFaqsInput,
  saveStudyTextInput,
} from "@studydesk/domain/studies/study-text-inputs";
import { router, staffProcedure } from "../trpc";
import { publishConsentText } from "./publish-consent-text";
import { resetStudyFaqs, saveStudyFaqs } from "./study-faqs";
import { readStudyTexts } from "./study-texts-view";
import { removeWording, saveWording } from "./word-study";

export const studyTextsRouter = router({
  read: staffProcedure
    .input(readStudyTextsInput)
    .query(({ ctx, input }) => readStudyTexts(ctx.deps, ctx.viewer, input)),
  save: staffProcedure
    .input(saveStudyTextInput)
    .mutation(({ ctx, input }) => saveWording(ctx.deps, ctx.viewer, input)),
  remove: staffProcedure
    .input(removeStudyTextInput)
    .mutation(({ ctx, input }) => removeWording(ctx.deps, ctx.viewer, input)),
  saveFaqs: staffProcedure
    .input(saveStudyFaqsInput)
    .mutation(({ ctx, input }) => saveStudyFaqs(ctx.deps, ctx.viewer, input)),
  resetFaqs: staffProcedure
    .input(resetStudyFaqsInput)
    .mutation(({ ctx, input }) => resetStudyFaqs(ctx.deps, ctx.viewer, input)),
  publishConsent: staffProcedure
    .input(publishConsentTextInput)
    .mutation(({ ctx, input }) => publishConsentText(ctx.deps, ctx.viewer, input)),
});
