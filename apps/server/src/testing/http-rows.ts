// The table of who may ask what over HTTP: one row for each route of the app. What everybody may ask is
// answered the same whoever asks; what takes a session has an outcome per kind of viewer. The tests beside
// http.ts ask them all, and their headers, from which pages they may come, and whatever is sent to them.
import type { ViewerKind } from "@studydesk/api/testing/who-may-what/grid";
import { leadColumnIds } from "@studydesk/domain/views/view-layout";
import type { Asked } from "./start-test-server";

export interface HttpRow {
  /** Of the address that is asked. */
  path: string;
  /** Of a changing request: what a form of the page or its script sends. */
  form?: Readonly<Record<string, string>>;
  json?: unknown;
  /** What everybody is answered, with a session or without one. */
  anybody: number;
}

/** As the page or its script sends it. */
export function askedOf(route: string, { form, json }: HttpRow): Asked {
  const [method = ""] = route.split(" ");
  if (method === "GET") return {};
  const type = form ? "application/x-www-form-urlencoded" : "application/json";
  const body = form ? String(new URLSearchParams(form)) : JSON.stringify(json);
  return { method, headers: { "content-type": type }, body };
}

/** A route that takes a session, asked about what the ids name. */
export interface SessionRow {
  ask(ids: Ids): { path: string; json?: unknown; file?: string };
  outcomes: Readonly<Record<ViewerKind, number>>;
}

/** Of the place; or of nothing. */
export interface Ids {
  leadId: number;
  siteId: number;
  studyId: number;
  importId: number;
}

const token = "A".repeat(43);
const nctId = "NCT00000000";
const person = { first_name: "Ana", last_name: "Example", email: "ana@example.org" };

/** Asked with addresses and keys of nothing: which of them lead anywhere is told by none. */
export const publicRows: Readonly<Record<string, HttpRow>> = {
  "GET /": { path: "/", anybody: 302 },
  "GET /healthz": { path: "/healthz", anybody: 200 },
  "GET /readyz": { path: "/readyz", anybody: 200 },
  "GET /metrics": { path: "/metrics", anybody: 200 },
  "GET /robots.txt": { path: "/robots.txt", anybody: 200 },
  "GET /sitemap.xml": { path: "/sitemap.xml", anybody: 200 },
  "GET /desk": { path: "/desk", anybody: 200 },
  "GET /desk/*path": { path: "/desk/leads/1", anybody: 200 },
  "GET /n/:id": { path: `/n/${token.slice(0, 22)}`, anybody: 200 },
  "GET /r/:id": { path: `/r/${token.slice(0, 22)}`, anybody: 200 },
  "GET /studies": { path: "/studies", anybody: 200 },
  "GET /studies/:nctId": { path: `/studies/${nctId}`, anybody: 404 },
  "GET /studies/:nctId/sent": { path: `/studies/${nctId}/sent?site=1`, anybody: 404 },
  "GET /studies/:nctId/centres": { path: `/studies/${nctId}/centres`, anybody: 302 },
  "POST /studies/:nctId": { path: `/studies/${nctId}`, form: person, anybody: 404 },
  "POST /studies/:nctId/centres": {
    path: `/studies/${nctId}/centres`,
    form: { place: "Springfield" },
    anybody: 404,
  },
  "GET /alerts": { path: "/alerts", anybody: 200 },
  "GET /alerts/sent": { path: "/alerts/sent", anybody: 200 },
  "GET /alerts/ended": { path: "/alerts/ended", anybody: 200 },
  "GET /alerts/forgotten": { path: "/alerts/forgotten", anybody: 200 },
  "GET /alerts/:token": { path: `/alerts/${token}`, anybody: 404 },
  "GET /alerts/confirm/:token": { path: `/alerts/confirm/${token}`, anybody: 404 },
  "GET /alerts/unsubscribe/:token": { path: `/alerts/unsubscribe/${token}`, anybody: 404 },
  "POST /alerts": { path: "/alerts", form: { email: "no address" }, anybody: 422 },
  "POST /alerts/:token": { path: `/alerts/${token}`, form: { email: "" }, anybody: 404 },
  "POST /alerts/confirm/:token": { path: `/alerts/confirm/${token}`, form: {}, anybody: 404 },
  "POST /alerts/unsubscribe/:token": {
    path: `/alerts/unsubscribe/${token}`,
    form: { "List-Unsubscribe": "One-Click" },
    anybody: 404,
  },
  "GET /status": { path: "/status", anybody: 200 },
  "GET /status/asked": { path: "/status/asked", anybody: 200 },
  "GET /status/:token": { path: `/status/${token}`, anybody: 404 },
  "GET /status/:token/withdraw": { path: `/status/${token}/withdraw`, anybody: 404 },
  "GET /status/:token/erase": { path: `/status/${token}/erase`, anybody: 404 },
  "POST /status": { path: "/status", form: { email: "no address" }, anybody: 422 },
  "POST /status/:token/wish": { path: `/status/${token}/wish`, form: {}, anybody: 404 },
  "POST /status/:token/copy": { path: `/status/${token}/copy`, form: {}, anybody: 404 },
  "POST /status/:token/withdraw": { path: `/status/${token}/withdraw`, form: {}, anybody: 404 },
  "POST /status/:token/erase": {
    path: `/status/${token}/erase`,
    form: { sure: "yes" },
    anybody: 404,
  },
  "GET /api/form/challenge": { path: "/api/form/challenge", anybody: 200 },
  "POST /api/form/phone": {
    path: "/api/form/phone",
    json: { phone: "202 555 0143", language: "en", nctId },
    anybody: 200,
  },
  "POST /api/share/open": { path: "/api/share/open", json: { id: token }, anybody: 400 },
  "POST /api/share/reply": { path: "/api/share/reply", json: { id: token }, anybody: 400 },
  "POST /api/note-request/look": {
    path: "/api/note-request/look",
    json: { id: token },
    anybody: 400,
  },
  "POST /api/note-request/send": {
    path: "/api/note-request/send",
    json: { id: token },
    anybody: 400,
  },
  "POST /api/visitor-shares": { path: "/api/visitor-shares", json: {}, anybody: 400 },
  "POST /api/visitor-shares/state": { path: "/api/visitor-shares/state", json: {}, anybody: 400 },
  "POST /api/visitor-shares/revoke": {
    path: "/api/visitor-shares/revoke",
    json: {},
    anybody: 400,
  },
  "POST /api/auth/*path": { path: "/api/auth/sign-in/email", json: {}, anybody: 400 },
};

type Role = "coordinator" | "investigator" | "admin";

/** `elsewhere`: one for every role at another site; left out, as at the site itself. */
function outcomesOf(
  own: Readonly<Record<Role | "owner", number>>,
  elsewhere?: number,
): Readonly<Record<ViewerKind, number>> {
  return {
    ...own,
    anonymous: 401,
    "coordinator elsewhere": elsewhere ?? own.coordinator,
    "investigator elsewhere": elsewhere ?? own.investigator,
    "admin elsewhere": elsewhere ?? own.admin,
  };
}

export const sessionRows: Readonly<Record<string, SessionRow>> = {
  "POST /api/imports": {
    ask: () => ({ path: "/api/imports", file: "Name,E-mail\nAmara Voss,amara@example.org\n" }),
    outcomes: outcomesOf({ coordinator: 201, investigator: 403, admin: 201, owner: 403 }),
  },
  "GET /api/imports/:id/rejected": {
    ask: ({ importId }) => ({ path: `/api/imports/${importId}/rejected` }),
    // Nothing was rejected: whoever sees the import is told so.
    outcomes: outcomesOf({ coordinator: 422, investigator: 404, admin: 422, owner: 404 }, 404),
  },
  "POST /api/leads/export": {
    ask: ({ leadId }) => ({
      path: "/api/leads/export",
      json: {
        format: "csv",
        selection: { kind: "picked", leadIds: [leadId] },
        columns: leadColumnIds,
      },
    }),
    // Nobody's leads are in a file of others: it stays empty.
    outcomes: outcomesOf({ coordinator: 200, investigator: 403, admin: 200, owner: 403 }),
  },
  "POST /api/reports/screening-log": {
    ask: ({ siteId }) => ({
      path: "/api/reports/screening-log",
      json: { scope: "assessed", siteIds: [siteId] },
    }),
    outcomes: outcomesOf({ coordinator: 200, investigator: 200, admin: 200, owner: 404 }, 404),
  },
  "POST /api/fhir/export": {
    ask: ({ siteId, studyId }) => ({
      path: "/api/fhir/export",
      json: { siteIds: [siteId], studyIds: [studyId] },
    }),
    outcomes: outcomesOf({ coordinator: 200, investigator: 200, admin: 200, owner: 404 }, 404),
  },
  "POST /api/audit/export": {
    ask: ({ siteId }) => ({ path: "/api/audit/export", json: { siteId } }),
    outcomes: outcomesOf({ coordinator: 403, investigator: 403, admin: 200, owner: 200 }),
  },
};
