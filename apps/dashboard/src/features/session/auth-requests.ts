// Signing in and out: two plain requests outside of tRPC, answered with a sentence when refused.
import { z } from "zod/mini";

export type AuthAnswer =
  | { ok: true }
  | {
      ok: false;
      sentence: string /** One of a closed list, where there is one. */;
      reason: string | null;
    };

const refusal = z.object({ message: z.string(), reason: z.nullable(z.string()) });
const unreachable: AuthAnswer = {
  ok: false,
  sentence: "The server cannot be reached. Check the connection and try again; nothing was lost.",
  reason: null,
};

/** Without a code, an account with a second factor answers with the reason `code_needed`. */
export function signIn(email: string, password: string, code?: string): Promise<AuthAnswer> {
  return send("/api/auth/sign-in/email", { email, password, ...(code ? { code } : {}) });
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
    if (!answer.success) return unreachable;
    return { ok: false, sentence: answer.data.message, reason: answer.data.reason };
  } catch {
    return unreachable;
  }
}
