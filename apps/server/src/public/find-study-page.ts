// The study that an address names, for every router that begins with one.
import { type FoundStudyPage, getStudyPage } from "@studydesk/api/studies/study-page-view";
import { DomainError } from "@studydesk/domain/errors";
import { renderNotFound } from "@studydesk/study-site/render";
import type { Request, Response } from "express";
import type { PublicParts } from "./public-parts";
import { sendOnce } from "./send-page";

/** Registry numbers are written in capitals, however somebody typed the address. */
export function nctIdOf(req: Request): string {
  return String(req.params.nctId).toUpperCase();
}

/** Sends 404 and returns undefined when there is no such study. */
export async function findStudyPage(
  { deps, language, shellOf }: PublicParts,
  req: Request,
  res: Response,
): Promise<FoundStudyPage | undefined> {
  try {
    return await getStudyPage(deps, nctIdOf(req), language);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "not_found") throw error;
    sendOnce(res, 404, renderNotFound(shellOf(req)));
    return undefined;
  }
}
