// Asks ClinicalTrials.gov's API (version 2) for one record: politely, with an end to everything, and with
// a sentence for whatever comes instead. No answer makes it throw.
import { setTimeout as delay } from "node:timers/promises";
import type { Registry, RegistryAnswer } from "@studydesk/api/studies/registry";
import { mostRegistryBytes } from "@studydesk/domain/studies/import-record";

export interface RegistryOptions {
  /** Without a slash at the end. */
  url: string;
  syncHours: number | undefined;
  /** Told to the registry, so that its people know whom to write to. */
  ownUrl: string | undefined;
  /** How long one answer may take; how it waits before asking again. */
  timeoutMs?: number;
  wait?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

const answerMs = 20_000;
/** Waits before the second and the third try. */
const retryMs = [1_000, 4_000];
/** Whoever asks for more patience than this is left alone until the next look. */
const mostPatienceMs = 15_000;

export function createRegistry(options: RegistryOptions): Registry {
  const { url, syncHours, ownUrl, timeoutMs = answerMs, wait = waitFor } = options;
  const { host } = new URL(url);
  const headers = {
    accept: "application/json",
    "user-agent": ownUrl ? `Studydesk (+${ownUrl})` : "Studydesk",
  };

  async function ask(nctId: string, signal: AbortSignal | undefined): Promise<Try> {
    const end = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(`${url}/studies/${encodeURIComponent(nctId)}`, {
        headers,
        // Somebody's login page or another host is no answer of the registry's.
        redirect: "manual",
        signal: signal ? AbortSignal.any([signal, end]) : end,
      });
      return await readResponse(response, { host, nctId });
    } catch (error) {
      signal?.throwIfAborted();
      return refusal(
        "not_reached",
        notReached(host, end.aborted ? "no answer in time" : codeOf(error)),
      );
    }
  }

  return {
    syncHours,
    async fetchRecord(nctId, signal) {
      let tried = await ask(nctId, signal);
      for (const pause of retryMs) {
        if (!("retryAfterMs" in tried)) return tried;
        const ms = tried.retryAfterMs ?? pause;
        if (ms > mostPatienceMs) break;
        await wait(ms, signal);
        tried = await ask(nctId, signal);
      }
      return tried;
    },
  };
}

async function waitFor(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await delay(ms, undefined, signal && { signal });
}

type Try = RegistryAnswer | (RegistryAnswer & { retryAfterMs: number | undefined });
type Refused = Extract<RegistryAnswer, { ok: false }>;

function refusal(reason: Refused["reason"], sentence: string): Refused {
  return { ok: false, reason, sentence };
}

async function readResponse(
  response: Response,
  { host, nctId }: { host: string; nctId: string },
): Promise<Try> {
  const { status } = response;
  if (status === 200) {
    const fileText = await readText(response);
    if (fileText !== undefined) return { ok: true, fileText };
    return refusal("not_understood", `${host} answered with more than 5 MB, which no study is.`);
  }
  await response.body?.cancel();
  if (status === 404) return refusal("not_found", `${host} has no study ${nctId}.`);
  if (status === 429 || status >= 500) {
    const sentence = `${host} is busy or out of order (${status}) and was asked more than once.`;
    return { ...refusal("busy", sentence), retryAfterMs: retryAfter(response) };
  }
  if (status >= 300 && status < 400) {
    const sentence = `${host} sent us on to another address (${status}). Look whether REGISTRY_URL is right.`;
    return refusal("not_understood", sentence);
  }
  return refusal("refused", `${host} refused to answer this machine (${status}).`);
}

/** Undefined when it is too much: the rest is not read. */
async function readText(response: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    // Leaving the loop ends the connection.
    if (bytes > mostRegistryBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** Seconds or a date, as the header has it; undefined when it says nothing. */
function retryAfter(response: Response): number | undefined {
  const given = response.headers.get("retry-after");
  if (given === null) return undefined;
  const ms = /^\d+$/.test(given) ? Number(given) * 1000 : Date.parse(given) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}

function notReached(host: string, why: string): string {
  return `${host} was not reached from this machine (${why}).`;
}

/** ENOTFOUND, ECONNREFUSED, a certificate's fault: what an administrator can look up. */
function codeOf(error: unknown): string {
  let cause: unknown = error;
  while (cause instanceof Error) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
    cause = cause.cause;
  }
  return "the connection failed";
}
