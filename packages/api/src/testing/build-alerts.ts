// Study alerts in a test: a study with a site that can be opened and paused, a reader who signs up, the
// mail that came of it, and the links in it.
import type { Db } from "@studydesk/db/open-database";
import { inTransaction } from "@studydesk/db/open-database";
import { addOpening } from "@studydesk/db/subscriptions/opening-queries";
import { buildSite } from "@studydesk/db/testing/build-people";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { confirmAlerts } from "../subscriptions/confirm-alerts";
import { signUpForAlerts } from "../subscriptions/sign-up-for-alerts";
import { buildDeps } from "./build-deps";
import { buildRecruitingStudy, type StudyToBuild } from "./build-recruiting-study";

export async function buildAlerts(db: Db) {
  const deps = buildDeps(db, { baseUrl: "https://desk.example.org" });
  const mails = () => db.selectFrom("outbox").selectAll().orderBy("id").execute();
  const subscriptions = () => db.selectFrom("subscriptions").selectAll().orderBy("id").execute();

  const signUp = (
    typed: Record<string, string> = {},
    {
      language = "en",
      network = "203.0.113.0",
    }: { language?: PublicLanguage; network?: string } = {},
  ) =>
    signUpForAlerts(deps, { network }, { language, body: { email: "ana@example.org", ...typed } });

  /** Of the newest mail: what stands behind `/alerts/`. */
  async function lastLink(under: "" | "confirm/" | "unsubscribe/" = ""): Promise<string> {
    const mail = (await mails()).at(-1);
    const pattern = new RegExp(`/alerts/${under}([\\w.-]+)(?=\\n)`);
    return pattern.exec(mail?.textBody ?? "")?.[1] ?? "";
  }

  /** A confirmed subscription. */
  async function subscribe(typed: Record<string, string> = {}, language: PublicLanguage = "en") {
    await signUp(typed, { language });
    return confirmAlerts(deps, await lastLink("confirm/"));
  }

  /** A study at a site of its own, which takes people from the moment that `open` is called. */
  async function buildOpenable(study: StudyToBuild & { city?: string; countryCode?: string } = {}) {
    const { city = "Chicago", countryCode = "US", ...record } = study;
    const site = await buildSite(db, { city, countryCode, name: `${city} General` });
    const { studyId, nctId } = await buildRecruitingStudy(deps, { ...record, siteIds: [site.id] });
    const set = (recruiting: "recruiting" | "paused") =>
      db.updateTable("studySites").set({ recruiting }).where("studyId", "=", studyId).execute();
    await set("paused");
    const open = async () => {
      await set("recruiting");
      const at = deps.now().toISOString();
      await inTransaction(db, (trx) => addOpening(trx, { studyId, siteId: site.id, at }));
    };
    return { studyId, nctId, site, open, pause: () => set("paused") };
  }

  return { db, deps, mails, subscriptions, signUp, subscribe, lastLink, buildOpenable };
}
