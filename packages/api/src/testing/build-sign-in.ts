// A desk with one person and its door: signing in and out as a browser does, on better-auth itself.
import { engineOf } from "@studydesk/db/dialect";
import type { Db } from "@studydesk/db/open-database";
import { addPerson } from "@studydesk/db/people/person-queries";
import { createAuth } from "../people/auth";
import { createAuthHandler } from "../people/auth-handler";
import { createViewers } from "../people/viewers";
import { buildCaller } from "./build-caller";
import { buildDeps } from "./build-deps";
import { password } from "./build-team";
import { hashLightly } from "./hash-lightly";

export const email = "robin@example.org";
export const caller = { network: "203.0.113.0/24" };

export async function buildSignIn(db: Db, baseUrl = "http://localhost:3000") {
  const plain = buildDeps(db, { baseUrl });
  const auth = createAuth({ db, engine: engineOf(db), baseUrl, secret: plain.keys.auth });
  const viewers = createViewers({ auth, db, now: plain.now });
  const deps = { ...plain, viewers };
  const handle = createAuthHandler(deps, auth, viewers);
  const post = (path: string, body: unknown, headers: Record<string, string> = {}, from = caller) =>
    handle(
      new Request(`${baseUrl}/api/auth${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: baseUrl, ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
      from,
    );
  const signIn = (over: object = {}, headers: Record<string, string> = {}, from = caller) =>
    post("/sign-in/email", { email, password, ...over }, headers, from);
  await addPerson(db, {
    userId: "robin",
    name: "Robin Example",
    email,
    passwordHash: await hashLightly(password),
    at: "2026-01-01T00:00:00.000Z",
  });
  /** What the session of this cookie may call. */
  const callWith = async (cookie: string, network?: string) =>
    buildCaller(deps, await viewers.readAccount(cookie), { network });
  return { deps, auth, viewers, handle, post, signIn, callWith };
}

export const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
