// better-auth, narrowed to what is offered: sign in, sign out, whose session a cookie is. Everything else
// about accounts is our own, so that it shares the change's transaction with its audit row.
import type { Engine } from "@studydesk/db/dialect";
import type { Db } from "@studydesk/db/open-database";
import { findInstallation } from "@studydesk/db/people/installation-queries";
import { sessionHours } from "@studydesk/domain/people/session-life";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { z } from "zod";
import { hashPassword, verifyPassword } from "./password-hash";

export interface AuthSettings {
  db: Db;
  engine: Engine;
  baseUrl: string;
  /** Signs the cookie. */
  secret: string;
}

/** Holds the caller's shortened network address; set by us on every request that is passed on. */
export const networkHeader = "x-studydesk-network";

export type SignInOutcome =
  | { outcome: "signed_in"; userId: string; token: string; cookies: string[] }
  /** Unknown address and wrong password alike. */
  | { outcome: "wrong_credentials" }
  | { outcome: "foreign_origin" }
  | { outcome: "too_many"; retryAfterSeconds: number };

export interface Auth {
  signIn(headers: Headers, who: { email: string; password: string }): Promise<SignInOutcome>;
  /** The cookies that forget the session; undefined when the request came from elsewhere. */
  signOut(headers: Headers): Promise<string[] | undefined>;
  findSession(headers: Headers): Promise<FoundSession | undefined>;
}

export interface FoundSession {
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  expiresAt: Date;
  lastUsedAt: Date;
}

export function authOptions({ db, engine, baseUrl, secret }: AuthSettings) {
  const isHttps = baseUrl.startsWith("https://");
  return {
    appName: "Studydesk",
    baseURL: baseUrl,
    basePath: "/api/auth",
    secret,
    trustedOrigins: [baseUrl],
    database: { db, type: engine, transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 15,
      maxPasswordLength: 256,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    // From signing in, whatever happens in between; that one is used is ours to remember (viewers.ts).
    session: { expiresIn: sessionHours * 3600, disableSessionRefresh: true },
    // Coarse, per network; the limits that matter are our own (sign-in-limits.ts).
    rateLimit: {
      enabled: true,
      storage: "database",
      customRules: { "/sign-in/email": { window: 60, max: 60 } },
    },
    advanced: {
      // Browsers take a cookie so called from this very host alone, for all of its paths, and over https. The
      // library knows a weaker prefix only, so that is off and the rest of it is said here.
      cookiePrefix: isHttps ? "__Host-studydesk" : "studydesk",
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "strict", secure: isHttps },
      ipAddress: { ipAddressHeaders: [networkHeader], ipv6Subnet: 48 },
      // Said aloud: the library turns both checks off by itself when it sees a test running.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // What goes wrong inside is thrown, for the server to log with its request id.
    onAPIError: { throw: true },
  } satisfies BetterAuthOptions;
}

export function createAuth(settings: AuthSettings): Auth {
  const auth = betterAuth(authOptions(settings));
  const post = (path: string, headers: Headers, body: unknown) =>
    auth.handler(
      new Request(`${settings.baseUrl}/api/auth${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      }),
    );
  return {
    async signIn(headers, { email, password }) {
      const answer = await post("/sign-in/email", headers, { email, password });
      if (answer.status === 401) return { outcome: "wrong_credentials" };
      if (answer.status === 403) return { outcome: "foreign_origin" };
      if (answer.status === 429) {
        const retryAfterSeconds = Number(answer.headers.get("x-retry-after")) || 60;
        return { outcome: "too_many", retryAfterSeconds };
      }
      const { user, token } = signedIn.parse(await answer.json());
      const cookies = answer.headers.getSetCookie();
      return { outcome: "signed_in", userId: user.id, token, cookies };
    },
    async signOut(headers) {
      const answer = await post("/sign-out", headers, {});
      if (answer.status === 403) return undefined;
      if (!answer.ok) throw new Error(`Signing out was answered with ${answer.status}.`);
      return answer.headers.getSetCookie();
    },
    async findSession(headers) {
      const found = await auth.api.getSession({ headers }).catch(async (error: unknown) => {
        // It says that it failed and not why. A database that is out of reach says so itself, to any question.
        await findInstallation(settings.db);
        throw error;
      });
      if (!found) return undefined;
      const { session, user } = found;
      return {
        sessionId: session.id,
        userId: user.id,
        name: user.name,
        email: user.email,
        expiresAt: session.expiresAt,
        lastUsedAt: session.updatedAt,
      };
    },
  };
}

/** The token says which session was begun; it goes no further than the use case that asked. */
const signedIn = z.object({ token: z.string(), user: z.object({ id: z.string() }) });
