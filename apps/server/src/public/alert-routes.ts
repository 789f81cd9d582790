// Study alerts: signing up, saying yes, changing, ending. What a link does is done by a POST alone, since
// mail programs open links by themselves; the one-click POST of RFC 8058 needs no page, cookie or redirect.
import {
  changeAlert,
  endAlert,
  endAllAlerts,
  eraseAlerts,
  isUnsubscribeLink,
  readPreferences,
} from "@studydesk/api/subscriptions/alert-preferences";
import { confirmAlerts, readConfirmation } from "@studydesk/api/subscriptions/confirm-alerts";
import { createConditions } from "@studydesk/api/subscriptions/read-conditions";
import { readOpenStudies } from "@studydesk/api/subscriptions/read-open-studies";
import { signUpForAlerts } from "@studydesk/api/subscriptions/sign-up-for-alerts";
import { listStudyConditions } from "@studydesk/db/studies/condition-queries";
import { pathIn } from "@studydesk/domain/public-language";
import type { AlertWish } from "@studydesk/domain/subscriptions/subscription";
import { emptyAlert, type TypedAlert } from "@studydesk/domain/subscriptions/subscription-input";
import { type AlertPage, alertDoneId, renderAlertPage } from "@studydesk/study-site/render";
import { type Request, type Response, Router } from "express";
import type { PublicParts } from "./public-parts";
import { sendCurrent, sendOnce, sendPrivate } from "./send-page";

export function alertRoutes({ deps, log, language, shellOf }: PublicParts): Router {
  const router = Router();
  const conditions = createConditions(deps, language);
  const inLanguage = (path: `/${string}`) => pathIn(language, path);
  const render = (req: Request, page: AlertPage) => renderAlertPage(shellOf(req), page);
  const sendGone = (req: Request, res: Response) =>
    sendPrivate(res, 404, render(req, { page: "gone" }));
  const tokenOf = (req: Request) => String(req.params.token);

  router.get("/alerts", async (req, res) => {
    const study = await findAskedStudy(req);
    const condition = study?.conditions[0] ?? "";
    const page = render(req, {
      page: "sign_up",
      form: { typed: { ...emptyAlert, condition }, problems: {}, places: [] },
      conditions: await conditions.read(),
      study,
    });
    sendCurrent(res, page);
  });

  router.post("/alerts", async (req, res) => {
    const sender = { network: String(res.locals.network) };
    const outcome = await signUpForAlerts(deps, sender, { language, body: req.body });
    if (outcome.outcome === "asked") {
      if (outcome.caught) log.info({ requestId: res.locals.requestId }, "hidden field filled in");
      res.set("Cache-Control", "no-store");
      res.redirect(303, `${inLanguage("/alerts/sent")}#${alertDoneId}`);
      return;
    }
    const { typed } = outcome;
    const isRefused = outcome.outcome === "refused";
    const form = isRefused
      ? { typed, problems: outcome.problems, places: outcome.places }
      : { typed, problems: {}, places: [], retryAfterSeconds: outcome.retryAfterSeconds };
    if (!isRefused) res.set("Retry-After", String(outcome.retryAfterSeconds));
    const page = { page: "sign_up", form, conditions: await conditions.read() } as const;
    sendOnce(res, isRefused ? 422 : 429, render(req, page));
  });

  for (const [path, page] of [
    ["/alerts/sent", "asked"],
    ["/alerts/ended", "ended"],
    ["/alerts/forgotten", "forgotten"],
  ] as const) {
    router.get(path, (req, res) => sendOnce(res, 200, render(req, { page })));
  }

  router.get("/alerts/confirm/:token", async (req, res) => {
    const asked = await readConfirmation(deps, tokenOf(req));
    if (!asked) return sendGone(req, res);
    sendPrivate(res, 200, render(req, { page: "confirm", wish: asked.wish }));
  });

  router.post("/alerts/confirm/:token", async (req, res) => {
    const confirmed = await confirmAlerts(deps, tokenOf(req));
    if (!confirmed) return sendGone(req, res);
    const studies = await readOpenStudies(deps, confirmed.wish);
    sendPrivate(res, 200, render(req, { page: "confirmed", ...confirmed, studies }));
  });

  router.get("/alerts/unsubscribe/:token", async (req, res) => {
    if (!(await isUnsubscribeLink(deps, tokenOf(req)))) return sendGone(req, res);
    sendPrivate(res, 200, render(req, { page: "unsubscribe" }));
  });

  router.post("/alerts/unsubscribe/:token", async (req, res) => {
    if (!(await endAllAlerts(deps, tokenOf(req)))) return sendGone(req, res);
    sendPrivate(res, 200, render(req, { page: "ended" }));
  });

  router.get("/alerts/:token", async (req, res) => {
    const wish = await readPreferences(deps, tokenOf(req));
    if (!wish) return sendGone(req, res);
    const form = { typed: typedOf(wish), problems: {}, places: [] };
    const isSaved = req.query.saved !== undefined;
    const page = { page: "preferences", wish, form, isSaved } as const;
    sendPrivate(res, 200, render(req, { ...page, conditions: await conditions.read() }));
  });

  router.post("/alerts/:token", async (req, res) => {
    const token = tokenOf(req);
    const wanted: unknown = req.body?.do;
    if (wanted === "stop" || wanted === "erase") {
      const isDone =
        wanted === "stop"
          ? await endAlert(deps, token)
          : await eraseAlerts(deps, token, (err) => log.error({ err }, "what was erased lingers"));
      if (!isDone) return sendGone(req, res);
      res.redirect(303, inLanguage(wanted === "stop" ? "/alerts/ended" : "/alerts/forgotten"));
      return;
    }
    const changed = await changeAlert(deps, token, req.body);
    const wish = await readPreferences(deps, token);
    if (!changed || !wish) return sendGone(req, res);
    if (changed.outcome === "saved") {
      res.redirect(303, `${changed.preferencesPath}?saved#${alertDoneId}`);
      return;
    }
    const page = { page: "preferences", wish, form: changed, isSaved: false } as const;
    sendPrivate(res, 422, render(req, { ...page, conditions: await conditions.read() }));
  });

  /** The study that somebody came from: its number is all that the address says. */
  async function findAskedStudy(req: Request) {
    const { study } = req.query;
    const isNumber = typeof study === "string" && /^NCT\d{8}$/.test(study);
    if (!isNumber) return undefined;
    const [found] = await listStudyConditions(deps.db, language, study);
    return found;
  }

  return router;
}

function typedOf({ condition, area, language }: AlertWish): TypedAlert {
  return {
    ...emptyAlert,
    condition: condition ?? "",
    place: area?.name ?? "",
    ...(area ? { radius: String(area.radiusKm) } : {}),
    language,
  };
}
