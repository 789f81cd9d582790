// Drafts plain-language texts at an endpoint that speaks OpenAI's chat completions: with an end to the
// waiting, few tries, and a bound on the answer. Nothing but a study's public registry text is sent.
import { setTimeout as delay } from "node:timers/promises";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { DraftOverview } from "@studydesk/api/studies/draft-overview";
import { DomainError } from "@studydesk/domain/errors";
import { generateText } from "ai";
import type { Logger } from "pino";
import { aiFailureOf } from "./ai-failure";
import { fetchWithin } from "./limit-answer";
import { overviewPrompt } from "./overview-prompt";
import type { AiSettings } from "./read-ai-settings";
import { noDraft, readDraft } from "./read-draft";

export interface DraftOptions extends AiSettings {
  log: Pick<Logger, "warn">;
  /** How long all tries together may take. */
  timeoutMs?: number;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const wholeMs = 60_000;
/** Waits before the second and the third try. */
const retryMs = [1_000, 3_000];
/** Whoever asks for more patience than this is told to the person instead. */
const mostPatienceMs = 5_000;
const mostAnswerBytes = 64 * 1024;
/** Room for models that think before they write. */
const mostTokens = 8_000;

export function createDraftOverview(options: DraftOptions): DraftOverview {
  const { baseUrl, model, key, log, timeoutMs = wholeMs, wait = waitFor } = options;
  const provider = createOpenAICompatible({
    name: "drafts",
    baseURL: baseUrl,
    ...(key === undefined ? {} : { apiKey: key }),
    fetch: fetchWithin(mostAnswerBytes),
  });

  return async ({ registryText, language, signal }) => {
    const end = AbortSignal.timeout(timeoutMs);
    const abortSignal = signal ? AbortSignal.any([signal, end]) : end;
    const ask = async () => {
      const answer = await generateText({
        model: provider(model),
        ...overviewPrompt(registryText, language),
        maxOutputTokens: mostTokens,
        maxRetries: 0,
        abortSignal,
      });
      return { text: readDraft(answer, language), model };
    };
    for (let tried = 0; ; tried += 1) {
      try {
        return await ask();
      } catch (error) {
        if (signal?.aborted) throw cancelled();
        if (end.aborted) throw tooLate(timeoutMs);
        const failure = aiFailureOf(error);
        const pause = failure.retry && (failure.retry.afterMs ?? retryMs[tried]);
        const { reason } = failure.error;
        log.warn({ reason, status: failure.status, tried: tried + 1 }, "no draft came of the AI");
        const isLast = pause === undefined || tried >= retryMs.length || pause > mostPatienceMs;
        if (isLast) throw failure.error;
        await wait(pause, abortSignal).catch(() => {
          throw signal?.aborted ? cancelled() : tooLate(timeoutMs);
        });
      }
    }
  };
}

async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal });
}

function tooLate(timeoutMs: number): DomainError {
  const seconds = Math.ceil(timeoutMs / 1000);
  return noDraft("ai_timeout", `The AI did not answer within ${seconds} seconds.`);
}

function cancelled(): DomainError {
  return new DomainError("rule_broken", "You stopped the draft. Nothing was changed.", {
    reason: "ai_cancelled",
  });
}
