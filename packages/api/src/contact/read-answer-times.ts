// When the people of a site answer, as counts: what "next try" is suggested from.
import { listAnswerCounts } from "@studydesk/db/contact/answer-count-queries";
import type { AnswerCount } from "@studydesk/domain/contact/next-try";
import { notFound } from "@studydesk/domain/errors";
import { siteIdsOf, type Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";

/** Throws not_found for a site where the viewer holds no role. */
export async function readAnswerTimes(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  siteId: number,
): Promise<AnswerCount[]> {
  if (!siteIdsOf(viewer).includes(siteId)) throw notFound("site");
  return listAnswerCounts(db, siteId);
}
