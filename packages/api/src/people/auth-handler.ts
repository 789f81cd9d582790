// POST /api/auth/sign-in/email and /api/auth/sign-out: the two requests that set a cookie, and so the
// only ones outside tRPC. JSON in, JSON out; the session's token is in the cookie and nowhere else.
import { deleteHoldsOfSession } from "@studydesk/db/queue/hold-queries";
import { DomainError } from "@studydesk/domain/errors";
import { signInInput } from "@studydesk/domain/people/people-inputs";
import type { Deps } from "../deps";
import { httpStatuses } from "../error-mapping";
import { type Auth, networkHeader } from "./auth";
import { auditSignIn, foreignOrigin, signIn } from "./sign-in";
import type { Viewers } from "./viewers";

export interface AuthCaller {
  /** Shortened network of the caller, such as 203.0.113.0/24. */
  network: string;
}

export type AuthHandler = (request: Request, caller: AuthCaller) => Promise<Response>;

/** Anything but a DomainError is thrown on, to be logged and answered by the server. */
export function createAuthHandler(
  deps: Deps,
  auth: Auth,
  viewers: Pick<Viewers, "readAccount">,
): AuthHandler {
  return async (request, caller) => {
    const route = `${request.method} ${new URL(request.url).pathname}`;
    try {
      if (route === "POST /api/auth/sign-in/email") return await takeSignIn(request, caller);
      if (route === "POST /api/auth/sign-out") return await signOut(request, caller);
      throw new DomainError("not_found", "There is nothing at this address.");
    } catch (error) {
      if (error instanceof DomainError) return refuse(error);
      throw error;
    }
  };

  async function takeSignIn(request: Request, caller: AuthCaller): Promise<Response> {
    const typed = signInInput.safeParse(await readJson(request));
    if (!typed.success) {
      throw new DomainError("invalid", "Type your e-mail address and your password.");
    }
    const former = await viewers.readAccount(request.headers.get("cookie"));
    const cookies = await signIn(deps, auth, {
      ...typed.data,
      ...{ network: caller.network, headers: headersFor(request, caller), former },
    });
    return answer(200, {}, cookies);
  }

  async function signOut(request: Request, caller: AuthCaller): Promise<Response> {
    await readJson(request);
    const viewer = await viewers.readAccount(request.headers.get("cookie"));
    const cookies = await auth.signOut(headersFor(request, caller));
    if (!cookies) throw foreignOrigin(deps.baseUrl);
    deps.viewers.forgetAll();
    // What was in front of them is free for others.
    if (viewer) await deleteHoldsOfSession(deps.db, viewer.sessionId);
    // Open streams look again, and the one of this session ends.
    deps.live.announce();
    if (viewer) await auditSignIn(deps, "person.signed_out", viewer.userId, viewer.userId);
    return answer(200, {}, cookies);
  }
}

const passedOn = [
  "cookie",
  "origin",
  "referer",
  "user-agent",
  "sec-fetch-site",
  "sec-fetch-mode",
  "sec-fetch-dest",
];

/** What may be passed on of a request; the caller's network comes from us, never from a header. */
function headersFor(request: Request, caller: AuthCaller): Headers {
  const headers = new Headers({ "content-type": "application/json" });
  for (const name of passedOn) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  headers.set(networkHeader, caller.network.replace(/\/\d+$/, ""));
  return headers;
}

const bodyMost = 4_096;

/** A form of another site can send anything but this content type without being asked first. */
async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new DomainError("invalid", "This address takes JSON. Sign in at the desk's own page.");
  }
  const tooLong = new DomainError("invalid", "This is too long for an address and a password.");
  if (Number(request.headers.get("content-length") ?? 0) > bodyMost) throw tooLong;
  const text = await request.text();
  if (text.length > bodyMost) throw tooLong;
  try {
    return JSON.parse(text);
  } catch {
    throw new DomainError("invalid", "What was sent is no JSON. Sign in at the desk's own page.");
  }
}

function refuse(error: DomainError): Response {
  const { code, reason = null, message, details = null } = error;
  return answer(httpStatuses[code], { code, reason, message, details });
}

function answer(status: number, body: unknown, cookies: readonly string[] = []): Response {
  const headers = new Headers({ "content-type": "application/json", "cache-control": "no-store" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(JSON.stringify(body), { status, headers });
}
