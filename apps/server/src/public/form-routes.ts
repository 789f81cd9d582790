// Where the contact form is sent to. With or without a script it is the same address and the same answer:
// the page with what was typed, or the way to the answer page.

import { getStudyPage } from "@studydesk/api/studies/study-page-view";
import {
  receiveSubmission,
  type SubmissionOutcome,
} from "@studydesk/api/submissions/receive-submission";
import { whyOutOfReach } from "@studydesk/db/why-out-of-reach";
import { pathIn } from "@studydesk/domain/public-language";
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import {
  emptySubmission,
  readTypedSubmission,
} from "@studydesk/domain/submissions/submission-input";
import { answerTitleId, renderStudyPage, type StudyForm } from "@studydesk/study-site/render";
import { type ErrorRequestHandler, Router } from "express";
import { findStudyPage } from "./find-study-page";
import { pausedSiteOf } from "./paused-site";
import type { PublicParts } from "./public-parts";
import { sendOnce } from "./send-page";

type Unkept = Exclude<SubmissionOutcome, { outcome: "received" }>;
const statusOf = {
  refused: 422,
  not_recruiting: 409,
  // A kind word, not a fault: it can be sent all the same.
  outside_ages: 200,
  too_many: 429,
} as const satisfies Record<Unkept["outcome"], number>;

export function formRoutes(parts: PublicParts): Router {
  const { deps, log, language, shellOf } = parts;
  const router = Router();

  router.post("/studies/:nctId", async (req, res) => {
    const found = await findStudyPage(parts, req, res);
    if (!found) return;
    const { nctId } = found.page;
    const sendForm = (status: number, page: StudyPage, form: StudyForm) => {
      const pausedSite = pausedSiteOf(found, form.typed.site);
      const answer = { ...form, ...(pausedSite ? { pausedSite } : {}) };
      sendOnce(res, status, renderStudyPage(shellOf(req), page, answer));
    };
    try {
      const outcome = await receiveSubmission(
        deps,
        { network: String(res.locals.network), language },
        { nctId, body: req.body },
      );
      if (outcome.outcome === "received") {
        if (outcome.caught) log.info({ requestId: res.locals.requestId }, "hidden field filled in");
        res.set("Cache-Control", "no-store");
        const sent = pathIn(language, `/studies/${nctId}/sent`);
        res.redirect(303, `${sent}?site=${outcome.siteId}#${answerTitleId}`);
        return;
      }
      if (outcome.outcome === "too_many") {
        res.set("Retry-After", String(outcome.retryAfterSeconds));
      }
      sendForm(statusOf[outcome.outcome], outcome.page, formOf(outcome));
    } catch (error) {
      log.error({ err: error, requestId: res.locals.requestId }, "a message was not kept");
      const requestId = String(res.locals.requestId);
      sendForm(whyOutOfReach(error) ? 503 : 500, found.page, {
        typed: readTypedSubmission(req.body),
        problems: {},
        refusal: { kind: "failed", requestId },
      });
    }
  });

  return router;
}

/** A message beyond all size is answered with the form, too; what was typed was never read. */
export function answerTooLarge({ deps, language, shellOf }: PublicParts): ErrorRequestHandler {
  return async (error: unknown, req, res, next) => {
    const isTooLarge = error instanceof Error && "status" in error && error.status === 413;
    const [, nctId = ""] = /^\/studies\/([^/]+)$/.exec(req.path) ?? [];
    if (!isTooLarge || nctId === "") return next(error);
    const found = await getStudyPage(deps, nctId.toUpperCase(), language).catch(() => undefined);
    if (!found) return next(error);
    const form: StudyForm = {
      typed: emptySubmission,
      problems: {},
      refusal: { kind: "too_large" },
    };
    sendOnce(res, 413, renderStudyPage(shellOf(req), found.page, form));
  };
}

function formOf(outcome: Unkept): StudyForm {
  const { typed } = outcome;
  const form = { typed, problems: {} };
  switch (outcome.outcome) {
    case "refused":
      return { ...form, problems: outcome.problems };
    case "not_recruiting":
      return { ...form, refusal: { kind: "stopped" } };
    case "outside_ages":
      return { ...form, refusal: { kind: "outside_ages", others: outcome.others } };
    case "too_many": {
      const { retryAfterSeconds, page } = outcome;
      const hasContact = page.contacts.length > 0;
      return { ...form, refusal: { kind: "too_many", retryAfterSeconds, hasContact } };
    }
  }
}
