// The pages that anybody may open: the list of studies, a study with its form, the answer after sending.
// Whole documents without a script; nothing of a person is ever in an address.
import { readRecruitingStudies } from "@studydesk/api/studies/read-recruiting-studies";
import { type FoundStudyPage, getStudyPage } from "@studydesk/api/studies/study-page-view";
import { pathIn } from "@studydesk/domain/public-language";
import { languageOfField } from "@studydesk/domain/studies/study-texts";
import {
  emptyForm,
  renderAnswerPage,
  renderStudyList,
  renderStudyPage,
  type StudyForm,
} from "@studydesk/study-site/render";
import { Router } from "express";
import { findStudyPage, nctIdOf } from "./find-study-page";
import { pausedSiteOf } from "./paused-site";
import type { PublicParts } from "./public-parts";
import { sendCurrent, sendOnce } from "./send-page";
import type { StudyPages } from "./study-pages";

export function studyRoutes(parts: PublicParts, pages: StudyPages): Router {
  const { deps, language, shellOf } = parts;
  const router = Router();
  const inLanguage = (path: `/${string}`) => pathIn(language, path);

  router.get("/", (_req, res) => {
    res.redirect(inLanguage("/studies"));
  });

  router.get("/studies", async (req, res) => {
    const { before } = req.query;
    const isId = typeof before === "string" && /^[1-9]\d{0,8}$/.test(before);
    const list = await readRecruitingStudies(deps, language, isId ? Number(before) : undefined);
    sendCurrent(res, renderStudyList(shellOf(req), list));
  });

  router.get("/studies/:nctId", async (req, res) => {
    if (req.params.nctId !== nctIdOf(req)) {
      res.redirect(301, inLanguage(`/studies/${encodeURIComponent(nctIdOf(req))}`));
      return;
    }
    // Kept for everybody: nothing of how this one reader spelt the address may be in it.
    const path = `/studies/${nctIdOf(req)}` as const;
    const shell = { ...shellOf(req), language, path };
    if (req.query.site !== undefined) {
      const found = await findStudyPage(parts, req, res);
      if (found)
        sendCurrent(res, renderStudyPage(shell, found.page, formFor(found, req.query.site)));
      return;
    }
    const html = await pages.htmlOf({ nctId: nctIdOf(req), language }, async () => {
      const { page } = await getStudyPage(deps, nctIdOf(req), language);
      return renderStudyPage(shell, page, emptyForm);
    });
    sendCurrent(res, html);
  });

  router.get("/studies/:nctId/sent", async (req, res) => {
    const found = await findStudyPage(parts, req, res);
    if (!found) return;
    const written = found.sites.find(({ siteId }) => String(siteId) === req.query.site);
    const { nctId, title, recruitingSites } = found.page;
    const titleLanguage = languageOfField(found.page, "title", language);
    const asShown = recruitingSites.find(({ id }) => id === written?.siteId);
    const site = written && { ...written, ...asShown };
    const answer = { study: { nctId, title, titleLanguage }, ...(site ? { site } : {}) };
    sendOnce(res, 200, renderAnswerPage(shellOf(req), answer));
  });

  return router;
}

/** A link may name the study centre to write to: it is chosen, or it says that it takes no messages. */
function formFor(found: FoundStudyPage, site: unknown): StudyForm {
  const isOpen = found.openSites.some(({ siteId }) => String(siteId) === site);
  if (isOpen) return { ...emptyForm, typed: { ...emptyForm.typed, site: String(site) } };
  const pausedSite = pausedSiteOf(found, site);
  return { ...emptyForm, ...(pausedSite ? { pausedSite } : {}) };
}
