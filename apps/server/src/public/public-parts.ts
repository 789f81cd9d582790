// What every router of the public side is given: one set per language.
import type { Deps } from "@studydesk/api/deps";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import type { PageShell } from "@studydesk/study-site/render";
import type { Request } from "express";
import type { Logger } from "pino";

export interface PublicParts {
  deps: Deps;
  log: Logger;
  language: PublicLanguage;
  /** The frame of the page at this request's address. */
  shellOf: (req: Request) => PageShell;
}
