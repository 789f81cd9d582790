// The pages that anybody may open: the list of studies, a study with its form, the answer after sending.
// Whole documents without a script; nothing of a person is ever in an address.
import type { Deps } from "@studydesk/api/deps";
import { receiveSubmission, type SubmissionOutcome } from "@studydesk/api/leads/receive-submission";
import { readRecruitingStudies } from "@studydesk/api/studies/read-recruiting-studies";
import { type FoundStudyPage, getStudyPage } from "@studydesk/api/studies/study-page-view";
import { findInstallation } from "@studydesk/db/people/installation-queries";
import { DomainError } from "@studydesk/domain/errors";
import { readTypedSubmission } from "@studydesk/domain/leads/submission-input";
import {
  answerTitleId,
  emptyForm,
  type PageShell,
  renderAnswerPage,
  renderNotFound,
  renderStudyList,
  renderStudyPage,
  type StudyForm,
} from "@studydesk/study-site/render";
import { type Request, type Response, Router } from "express";
import type { Logger } from "pino";
import type { BuiltSite } from "./built-site";

const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

type Received = Exclude<SubmissionOutcome, { outcome: "received" }>;
const statusOf = {
  refused: 422,
  not_recruiting: 409,
  too_many: 429,
} as const satisfies Record<Received["outcome"], number>;

export function publicPages(deps: Deps, site: BuiltSite, log: Logger): Router {
  const router = Router();

  async function pageShell(): Promise<PageShell> {
    const installation = await findInstallation(deps.db);
    return {
      stylesheets: site.entry("src/styles/public.css")?.styles ?? [],
      isDemo: installation?.isDemo ?? false,
    };
  }

  /** The study that the address names; sends 404 and returns undefined when there is none. */
  async function findPage(req: Request, res: Response): Promise<FoundStudyPage | undefined> {
    try {
      return await getStudyPage(deps, nctIdOf(req));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "not_found") throw error;
      send(res, 404, renderNotFound(await pageShell()));
      return undefined;
    }
  }

  router.get("/", (_req, res) => {
    res.redirect("/studies");
  });

  router.get("/studies", async (req, res) => {
    const { before } = req.query;
    const isId = typeof before === "string" && /^[1-9]\d{0,8}$/.test(before);
    const list = await readRecruitingStudies(deps, isId ? Number(before) : undefined);
    sendCurrent(res, renderStudyList(await pageShell(), list));
  });

  router.get("/studies/:nctId", async (req, res) => {
    if (req.params.nctId !== nctIdOf(req)) {
      res.redirect(301, `/studies/${encodeURIComponent(nctIdOf(req))}`);
      return;
    }
    const found = await findPage(req, res);
    if (found) sendCurrent(res, renderStudyPage(await pageShell(), found.page, emptyForm));
  });

  router.post("/studies/:nctId", async (req, res) => {
    const found = await findPage(req, res);
    if (!found) return;
    const { nctId } = found.page;
    const sendForm = async (status: number, page: FoundStudyPage["page"], form: StudyForm) =>
      send(res, status, renderStudyPage(await pageShell(), page, form));
    try {
      const outcome = await receiveSubmission(
        deps,
        { network: String(res.locals.network) },
        { nctId, body: req.body },
      );
      if (outcome.outcome === "received") {
        if (outcome.caught) log.info({ requestId: res.locals.requestId }, "hidden field filled in");
        res.set("Cache-Control", "no-store");
        res.redirect(303, `/studies/${nctId}/sent?site=${outcome.siteId}#${answerTitleId}`);
        return;
      }
      if (outcome.outcome === "too_many") {
        res.set("Retry-After", String(outcome.retryAfterSeconds));
      }
      await sendForm(statusOf[outcome.outcome], outcome.page, formOf(outcome));
    } catch (error) {
      log.error({ err: error, requestId: res.locals.requestId }, "a message was not kept");
      const requestId = String(res.locals.requestId);
      await sendForm(500, found.page, {
        typed: readTypedSubmission(req.body),
        problems: {},
        refusal: { kind: "failed", requestId },
      });
    }
  });

  router.get("/studies/:nctId/sent", async (req, res) => {
    const found = await findPage(req, res);
    if (!found) return;
    const written = found.sites.find(({ siteId }) => String(siteId) === req.query.site);
    const { nctId, title } = found.page;
    const answer = { nctId, title, ...(written ? { site: written } : {}) };
    send(res, 200, renderAnswerPage(await pageShell(), answer));
  });

  return router;
}

function nctIdOf(req: Request): string {
  return String(req.params.nctId).toUpperCase();
}

function formOf(outcome: Received): StudyForm {
  const { typed } = outcome;
  if (outcome.outcome === "refused") return { typed, problems: outcome.problems };
  if (outcome.outcome === "not_recruiting") {
    return { typed, problems: {}, refusal: { kind: "stopped" } };
  }
  const { retryAfterSeconds, page } = outcome;
  const hasContact = page.contacts.length > 0;
  return { typed, problems: {}, refusal: { kind: "too_many", retryAfterSeconds, hasContact } };
}

/** A page that the browser may keep, but asks about each time. */
function sendCurrent(res: Response, html: string): void {
  res.set("Cache-Control", "no-cache");
  sendHtml(res, 200, html);
}

/** A page for this one answer. */
function send(res: Response, status: number, html: string): void {
  res.set("Cache-Control", "no-store");
  sendHtml(res, status, html);
}

function sendHtml(res: Response, status: number, html: string): void {
  res.set("Content-Security-Policy", contentSecurityPolicy);
  res.status(status).type("html").send(html);
}
