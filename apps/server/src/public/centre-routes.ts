// The study centres nearest to a visitor. Asked for by POST, so that no place is ever in an address: as a
// whole page, or as the list alone for the page's script.
import { searchCentres } from "@studydesk/api/studies/search-centres";
import { pathIn } from "@studydesk/domain/public-language";
import { centreSearchInput } from "@studydesk/domain/studies/centre-inputs";
import type { CentreSearch } from "@studydesk/domain/studies/centre-search";
import { emptyForm, renderStudyCentres, renderStudyPage } from "@studydesk/study-site/render";
import { Router } from "express";
import { allowLocation } from "../http/security-headers";
import { findStudyPage, nctIdOf } from "./find-study-page";
import type { PublicParts } from "./public-parts";
import { sendOnce } from "./send-page";

export function centreRoutes(parts: PublicParts): Router {
  const { deps, log, language, shellOf } = parts;
  const router = Router();

  router.all(["/studies/:nctId", "/studies/:nctId/centres"], (_req, res, next) => {
    allowLocation(res);
    next();
  });

  router.get("/studies/:nctId/centres", (req, res) => {
    const nctId = encodeURIComponent(nctIdOf(req));
    res.redirect(`${pathIn(language, `/studies/${nctId}`)}#centres`);
  });

  router.post("/studies/:nctId/centres", async (req, res) => {
    const found = await findStudyPage(parts, req, res);
    if (!found) return;
    const { page } = found;
    const input = centreSearchInput.parse(req.body ?? {});
    const network = String(res.locals.network);
    const search = await searchCentres(deps, network, found, input).catch(
      (error: unknown): CentreSearch => {
        log.error({ err: error, requestId: res.locals.requestId }, "towns could not be looked up");
        return { typed: input.town, others: [], problem: "failed" };
      },
    );
    const shell = { ...shellOf(req), path: `/studies/${page.nctId}` as const };
    const html =
      req.get("x-part") === "centres"
        ? renderStudyCentres(shell, page, search)
        : renderStudyPage(shell, page, emptyForm, search);
    sendOnce(res, statusOf(search), html);
  });

  return router;
}

function statusOf({ problem }: CentreSearch): number {
  if (problem === "too_many") return 429;
  return problem === "failed" ? 503 : 200;
}
