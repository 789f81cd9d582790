// What Home tells whoever sees to a site: how many people a study's clock erases next, and when. Numbers and dates alone;
// nobody is erased by the clock before it stood there for fourteen days.
import { listRestingLeads } from "@studydesk/db/retention/due-queries";
import { listRunningRules } from "@studydesk/db/retention/rule-queries";
import { findStudy } from "@studydesk/db/studies/study-queries";
import { findStudySite } from "@studydesk/db/studies/study-site-queries";
import type { Deps } from "../deps";
import type { AccountActor } from "../people/get-account";
import { canManageRetention } from "./get-study-site";
import { type NextErasure, nextOf } from "./read-retention";

export interface ComingErasure extends NextErasure {
  studySiteId: number;
  studyId: number;
  nctId: string;
  studyTitle: string;
  siteName: string;
}

/** The earliest first; none for who sees to no site. */
export async function readComing(
  { db, now }: Pick<Deps, "db" | "now">,
  actor: AccountActor,
): Promise<ComingErasure[]> {
  const coming: ComingErasure[] = [];
  for (const rule of await listRunningRules(db)) {
    const studySite = await findStudySite(db, rule.studySiteId);
    const mayRead =
      actor === "command" || (studySite && canManageRetention(actor, studySite.siteId));
    if (!studySite || !mayRead) continue;
    const told = await listRestingLeads(db, studySite, { toldAlone: true });
    const next = nextOf(told, rule, now());
    const study = next && (await findStudy(db, studySite.studyId));
    if (!study) continue;
    coming.push({
      ...next,
      studySiteId: studySite.id,
      studyId: study.id,
      nctId: study.nctId,
      studyTitle: study.title,
      siteName: studySite.siteName,
    });
  }
  return coming.sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}
