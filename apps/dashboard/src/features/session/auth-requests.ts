// Signing in and out: two plain requests outside of tRPC, answered with a sentence when refused.
import { z } from "zod/mini";

export type AuthAnswer = { ok: true } | { ok: false; sentence: string };

const refusal = z.object({ message: z.string() });
const unreachable =
  "The server cannot be reached. Check the connection and try again; nothing was lost.";

export function signIn(email: string, password: string): Promise<AuthAnswer> {
  return send("/api/auth/sign-in/email", { email, password });
}

export function signOut(): Promise<AuthAnswer> {
  return send("/api/auth/sign-out", {});
}

async function send(path: string, body: Record<string, string>): Promise<AuthAnswer> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      // The desk's pages send no referrer, and that would blank the origin, too, which is asked for here.
      referrerPolicy: "same-origin",
    });
    if (response.ok) return { ok: true };
    const answer = refusal.safeParse(await response.json());
    return { ok: false, sentence: answer.success ? answer.data.message : unreachable };
  } catch {
    return { ok: false, sentence: unreachable };
  }
}
