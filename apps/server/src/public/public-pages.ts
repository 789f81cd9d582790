// The pages that anybody may open, in each language. Whole documents that need no script; nothing of a
// person is ever in an address.
import type { Deps } from "@studydesk/api/deps";
import { pathIn, publicLanguages } from "@studydesk/domain/public-language";
import express, { Router } from "express";
import type { Logger } from "pino";
import { alertRoutes } from "./alert-routes";
import { centreRoutes } from "./centre-routes";
import { chooseLanguage } from "./choose-language";
import { answerTooLarge, formRoutes } from "./form-routes";
import type { ShellOf } from "./page-shells";
import { statusRoutes } from "./status-routes";
import { createStudyPages } from "./study-pages";
import { studyRoutes } from "./study-routes";

export function publicPages(parts: { deps: Deps; log: Logger; shellOf: ShellOf }): Router {
  const pages = createStudyPages(parts.deps);
  const router = Router();
  router.get(["/", "/studies", "/studies/:nctId", "/alerts", "/status"], chooseLanguage);
  router.use(express.urlencoded({ extended: false, limit: "64kb" }));
  for (const language of publicLanguages) {
    const inLanguage = { ...parts, language };
    router.use(
      pathIn(language, "/"),
      centreRoutes(inLanguage),
      studyRoutes(inLanguage, pages),
      formRoutes(inLanguage),
      alertRoutes(inLanguage),
      statusRoutes(inLanguage),
      answerTooLarge(inLanguage),
    );
  }
  return router;
}
