// How a script of a public page asks the server: no cookie goes along, nothing of it is kept, and an answer
// that breaks off is none.

const patienceMs = 30_000;

export interface JsonAnswer {
  status: number;
  /** Perhaps no JSON at all: a proxy's own pages come this way, too. */
  text: string;
}

/** Undefined: nobody was reached, or not to the end. */
export async function askJson(path: string, body: object): Promise<JsonAnswer | undefined> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}

/** How long a refusal asks to wait; a minute where a proxy says nothing of it. */
export function secondsToWait({ retryAfterSeconds }: Record<string, unknown>): number {
  const seconds = Number(retryAfterSeconds);
  return seconds > 0 ? seconds : 60;
}

/** What is no object has no fields. */
export function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
