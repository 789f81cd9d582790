// A person's own page behind their private link, and the way to have the link sent again. GET shows, only
// POST changes: mail programs open links by themselves. An address with a token is told to nobody: no
// referrer, no log, no copy kept.
import { randomInt } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { eraseOwnLead } from "@studydesk/api/leads/erase-lead";
import { copyOwnData } from "@studydesk/api/retention/copy-data";
import { askLimit, mailStatusLinks } from "@studydesk/api/status-page/mail-status-links";
import { readStatusPage } from "@studydesk/api/status-page/read-status-page";
import { setContactPreference } from "@studydesk/api/status-page/set-contact-preference";
import type { LinkHolder } from "@studydesk/api/status-page/status-link";
import { withdrawConsent } from "@studydesk/api/status-page/withdraw-consent";
import { readContactPreference } from "@studydesk/domain/contact/contact-preference";
import { DomainError } from "@studydesk/domain/errors";
import { isEmail } from "@studydesk/domain/leads/email-form";
import { cleanLine } from "@studydesk/domain/leads/typed-text";
import { pathIn } from "@studydesk/domain/public-language";
import { personFileForms } from "@studydesk/domain/retention/person-file-forms";
import { renderStatusScreen, type StatusScreen } from "@studydesk/study-site/render";
import { type Request, type Response, Router } from "express";
import type { PublicParts } from "./public-parts";
import { sendPrivate } from "./send-page";

const mostDelayMs = 2000;

type OwnRequest = Request<{ token: string }>;

export function statusRoutes({ deps, log, language, shellOf }: PublicParts): Router {
  const router = Router();
  const inLanguage = (path: `/${string}`) => pathIn(language, path);
  const send = (req: Request, res: Response, status: number, screen: StatusScreen) =>
    sendPrivate(res, status, renderStatusScreen(shellOf(req), screen));

  /** Runs for the holder of the link; a link that does not work and a pause are pages of their own. */
  const asHolder =
    (work: (holder: LinkHolder, req: OwnRequest, res: Response) => Promise<void>) =>
    async (req: OwnRequest, res: Response) => {
      const holder = { token: req.params.token, network: String(res.locals.network) };
      try {
        await work(holder, req, res);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error.code === "not_found") return send(req, res, 404, { kind: "unknown" });
        if (error.code === "rate_limited") return sendWait(req, res, error);
        throw error;
      }
    };

  function sendWait(req: Request, res: Response, error: DomainError): void {
    const seconds = Number(error.details?.retryAfterSeconds ?? 60);
    res.set("Retry-After", String(seconds));
    send(req, res, 429, { kind: "wait", seconds });
  }

  /** On to a page that may be loaded again. */
  function goOn(res: Response, path: `/${string}`): void {
    res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" });
    res.redirect(303, inLanguage(path));
  }

  router.get("/status", (req, res) => {
    send(req, res, 200, { kind: "ask", asked: { typed: "", isWrong: false } });
  });

  router.post("/status", async (req, res) => {
    const email = cleanLine(textOf(req.body, "email"));
    if (!isEmail(email)) {
      return send(req, res, 422, { kind: "ask", asked: { typed: email, isWrong: true } });
    }
    try {
      await deps.limits.use(askLimit, String(res.locals.network));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return sendWait(req, res, error);
    }
    goOn(res, "/status/asked");
    // Only now, so that the answer takes as long for an address that nobody knows; and at some moment, so
    // that neither does whatever the same caller asks for next.
    delay(randomInt(mostDelayMs), undefined, { ref: false })
      .then(() => mailStatusLinks(deps, { email, language }))
      .catch((error: unknown) => {
        log.error({ err: error, requestId: res.locals.requestId }, "private links were not sent");
      });
  });

  router.get("/status/asked", (req, res) => send(req, res, 200, { kind: "asked" }));

  router.get(
    "/status/:token",
    asHolder(async (holder, req, res) => {
      const page = await readStatusPage(deps, holder, language);
      const saved = req.query.saved === "wish";
      send(req, res, 200, { kind: "own", page, token: holder.token, saved });
    }),
  );

  router.post(
    "/status/:token/wish",
    asHolder(async (holder, req, res) => {
      await setContactPreference(deps, holder, readContactPreference(req.body));
      goOn(res, `/status/${holder.token}?saved=wish`);
    }),
  );

  router.post(
    "/status/:token/copy",
    asHolder(async (holder, req, res) => {
      const sent = textOf(req.body, "form");
      const form = personFileForms.find((each) => each === sent) ?? "html";
      const copy = await copyOwnData(deps, holder, { form, language });
      res.set({
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "Content-Type": copy.contentType,
        "Content-Disposition": `attachment; filename="${copy.fileName}"`,
      });
      res.send(copy.text);
    }),
  );

  for (const kind of ["withdraw", "erase"] as const) {
    router.get(
      `/status/:token/${kind}`,
      asHolder(async (holder, req, res) => {
        const page = await readStatusPage(deps, holder, language);
        send(req, res, 200, { kind, page, token: holder.token, isUnsure: false });
      }),
    );
  }

  router.post(
    "/status/:token/withdraw",
    asHolder(async (holder, _req, res) => {
      await withdrawConsent(deps, holder);
      goOn(res, `/status/${holder.token}`);
    }),
  );

  router.post(
    "/status/:token/erase",
    asHolder(async (holder, req, res) => {
      const page = await readStatusPage(deps, holder, language);
      const isSure = textOf(req.body, "sure") === "yes";
      if (!isSure || !page.mayErase) {
        const screen = { kind: "erase", page, token: holder.token } as const;
        return send(req, res, page.mayErase ? 422 : 409, { ...screen, isUnsure: !isSure });
      }
      await eraseOwnLead(deps, holder, (error) => {
        log.error({ err: error, requestId: res.locals.requestId }, "erased, but not swept");
      });
      send(req, res, 200, { kind: "erased" });
    }),
  );

  return router;
}

/** A field of a urlencoded body; sent twice, it is none. */
function textOf(body: unknown, name: string): string {
  if (typeof body !== "object" || body === null) return "";
  const sent: unknown = Reflect.get(body, name);
  return typeof sent === "string" ? sent : "";
}
