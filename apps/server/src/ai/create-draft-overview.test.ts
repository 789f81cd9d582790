import type { IncomingMessage, ServerResponse } from "node:http";
import { findPort } from "@studydesk/db/testing/find-port";
import { DomainError } from "@studydesk/domain/errors";
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { describe, expect, it } from "vitest";
import { listenForTest } from "../testing/listen-for-test";
import { createDraftOverview } from "./create-draft-overview";

const text =
  "This study asks whether a walk in the morning helps people to sleep through the night. People who sleep badly walk every day for some weeks, and others do not. Nobody knows yet which is better.";
const sentence = /^.+\. Nothing was changed\. .+\.$/;

type Answer = (response: ServerResponse) => void;

/** As such a server answers when all is well. */
function completion(content: unknown, finishReason = "stop"): Answer {
  return (response) => {
    response.setHeader("content-type", "application/json");
    const message = { role: "assistant", content };
    const choices = [{ index: 0, message, finish_reason: finishReason }];
    response.end(
      JSON.stringify({ id: "1", object: "chat.completion", model: "made-up-1", choices }),
    );
  };
}

function raw(status: number, body: string, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(body);
  };
}

const failing = (status: number, headers?: Record<string, string>) =>
  raw(status, '{"error":{"message":"no, not with sk-made-up"}}', headers);

/** A server that answers like this, one after the other, the last one for good. */
async function build(...answers: Answer[]) {
  const asked: { path: string | undefined; key: string | undefined; body: string }[] = [];
  const url = await listenForTest(async (request, response) => {
    const { url: path, headers } = request;
    asked.push({ path, key: headers.authorization, body: await bodyOf(request) });
    answers[Math.min(asked.length, answers.length) - 1]?.(response);
  });
  return { ...buildAsking(`${url}/v1`), asked };
}

function buildAsking(baseUrl: string) {
  const waits: number[] = [];
  const logged: unknown[] = [];
  const draft = createDraftOverview({
    baseUrl,
    model: "made-up-1",
    key: "sk-made-up",
    log: { warn: (...said: unknown[]) => void logged.push(...said) },
    timeoutMs: 400,
    wait: async (ms) => void waits.push(ms),
  });
  const ask = (language: PublicLanguage = "en", signal?: AbortSignal) =>
    draft({ registryText: "Title:\nA study of morning walks", language, signal });
  const refusal = async (language?: PublicLanguage, signal?: AbortSignal) => {
    const error = await ask(language, signal).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof DomainError)) throw error ?? new Error("A draft came.");
    return error;
  };
  return { ask, refusal, waits, logged };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

describe("a draft by AI", () => {
  it("is asked for in the reader's language, with the registry's text and nothing else", async () => {
    const { ask, asked, logged } = await build(completion(text));
    expect(await ask()).toEqual({ text, model: "made-up-1" });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ path: "/v1/chat/completions", key: "Bearer sk-made-up" });
    const sent = JSON.parse(asked[0]?.body ?? "");
    expect(sent).toMatchObject({ model: "made-up-1", messages: [{ role: "system" }, {}] });
    expect(sent.messages[1]).toEqual({
      role: "user",
      content: "==========\nTitle:\nA study of morning walks\n==========",
    });
    expect(sent.messages[0].content).toContain("plain English");
    expect(sent.stream).not.toBe(true);
    expect(logged).toEqual([]);
  });

  it.each<[what: string, content: string]>([
    ["thoughts", `<think>Let me see, 3 weeks?</think>\n\n${text}`],
    ["a fence", `\`\`\`text\n${text}\n\`\`\``],
    ["headings and bold type", `## ${text.replace("morning", "**morning**")}`],
    ["white space and control characters", `\r\n ${text}\u0007\n\n\n`],
  ])("comes without %s around it", async (_, content) => {
    const { ask } = await build(completion(content));
    expect((await ask()).text).toBe(text);
  });

  it("takes a server's word that gives no reason for stopping", async () => {
    const { ask } = await build(
      raw(200, JSON.stringify({ choices: [{ message: { content: text } }] })),
    );
    expect((await ask()).text).toBe(text);
  });

  it.each<[what: string, reason: string, answer: Answer, language?: PublicLanguage]>([
    ["nothing", "ai_empty", completion("")],
    ["white space", "ai_empty", completion(" \n\u200b ")],
    ["thoughts alone", "ai_empty", completion("<think>Hm.</think>")],
    ["a word", "ai_nonsense", completion("Sure!")],
    ["a page", "ai_nonsense", completion(`<!DOCTYPE html><html><body>${text}</body></html>`)],
    ["data", "ai_nonsense", completion(JSON.stringify({ summary: text }))],
    ["another language", "ai_other_language", completion(text), "zh"],
    ["half of it", "ai_unfinished", completion(text, "length")],
    ["a filtered text", "ai_unfinished", completion(text, "content_filter")],
    ["9,000 characters", "ai_too_long", completion(`${text} `.repeat(45))],
    ["200 kB", "ai_too_long", completion("words ".repeat(34_000))],
    ["200 kB that are no JSON", "ai_too_long", raw(200, "x".repeat(200_000))],
    [
      "a web page",
      "ai_not_understood",
      raw(200, "<html>Sign in</html>", { "content-type": "text/html" }),
    ],
    ["an empty body", "ai_not_understood", raw(200, "")],
    ["JSON cut off", "ai_not_understood", raw(200, '{"choices": [{"mess')],
    ["other JSON", "ai_not_understood", raw(200, '{"ok": true}')],
    ["no choices", "ai_not_understood", raw(200, '{"choices": []}')],
    ["a number as text", "ai_not_understood", completion(7)],
    ["no model of that name", "ai_refused", failing(404)],
    ["a key that it does not know", "ai_refused", failing(401)],
    ["a refused request", "ai_refused", failing(400)],
  ])("is refused with a sentence when the answer is %s", async (_, reason, answer, language) => {
    const { refusal, asked } = await build(answer);
    const error = await refusal(language);
    expect(error).toMatchObject({ code: "rule_broken", reason });
    expect(error.message).toMatch(sentence);
    expect(asked).toHaveLength(1);
  });

  it("is not waited for longer than was set", async () => {
    const { refusal } = await build(() => {});
    const error = await refusal();
    expect(error.reason).toBe("ai_timeout");
    expect(error.message).toMatch(sentence);
  });

  it("is not waited for when a server begins to answer and goes quiet", async () => {
    const { refusal } = await build((response) => void response.write('{"choices":'));
    expect((await refusal()).reason).toBe("ai_timeout");
  });

  it("is stopped by the person who asked", async () => {
    const stop = new AbortController();
    const { refusal, asked } = await build(() => stop.abort());
    expect((await refusal("en", stop.signal)).reason).toBe("ai_cancelled");
    expect(asked).toHaveLength(1);
  });

  it("is asked for again after the pause that a busy server names", async () => {
    const { ask, waits } = await build(failing(429, { "retry-after": "2" }), completion(text));
    expect((await ask()).text).toBe(text);
    expect(waits).toEqual([2000]);
  });

  it("says when to try again instead of waiting long", async () => {
    const { refusal, waits, asked } = await build(failing(429, { "retry-after": "600" }));
    const error = await refusal();
    expect(error).toMatchObject({
      code: "rate_limited",
      message:
        "The AI server is asked too often. Nothing was changed. Try again in 10 minutes, or write the text by hand.",
      details: { retryAfterSeconds: 600 },
    });
    expect([asked.length, waits]).toEqual([1, []]);
  });

  it.each([500, 503])("is asked for three times at most when it answers %s", async (status) => {
    const { refusal, waits, asked, logged } = await build(failing(status));
    const error = await refusal();
    expect(error.reason).toBe("ai_out_of_order");
    expect(error.message).toMatch(sentence);
    expect([asked.length, waits]).toEqual([3, [1000, 3000]]);
    expect(JSON.stringify(logged)).not.toMatch(/sk-made-up|morning/);
  });

  it("says that nobody answered", async () => {
    const { refusal, waits } = buildAsking(`http://127.0.0.1:${await findPort()}/v1`);
    const error = await refusal();
    expect(error.reason).toBe("ai_not_reached");
    expect(error.message).toMatch(sentence);
    expect(waits).toEqual([1000, 3000]);
  });

  it("follows nobody to another address", async () => {
    const elsewhere: unknown[] = [];
    const other = await listenForTest((_, response) => {
      elsewhere.push(1);
      response.end();
    });
    const { refusal } = await build(raw(302, "", { location: other }));
    expect((await refusal()).message).toMatch(sentence);
    expect(elsewhere).toEqual([]);
  });
});
