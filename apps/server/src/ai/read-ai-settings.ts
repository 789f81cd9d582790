// Where plain-language texts are drafted, from outside: an address that speaks OpenAI's chat completions,
// a model, and a key in a file. Without an address it is off.
import { z } from "zod";
import { addressOf, aiUrlSchema, isLoopbackHost } from "../env-schemas";
import { readPrivateFile } from "../private-file";

export interface AiSettings {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly model: string;
  /** Undefined: the server asks for none, as one on this machine may. */
  readonly key: string | undefined;
}

/** Its three say which variable, what is wrong, and a value that would do. */
export type FailAi = (variable: string, problem: string, example: string) => Error;
type Read = <T>(variable: string, schema: z.ZodType<T>, example: string) => T | undefined;

const addressExample = "https://api.example.org/v1";
const modelExample = "a-model-of-that-server";
const keyExample = "/etc/studydesk/ai-key";

export function readAiSettings(read: Read, fail: FailAi): AiSettings | undefined {
  const url = read("AI_BASE_URL", aiUrlSchema, addressExample);
  const model = read("AI_MODEL", z.string(), modelExample);
  const keyFile = read("AI_KEY_FILE", z.string(), keyExample);
  if (!url) {
    if (!model && !keyFile) return undefined;
    const given = model ? "AI_MODEL" : "AI_KEY_FILE";
    throw fail("AI_BASE_URL", `is not set, although ${given} is`, addressExample);
  }
  if (!model) throw fail("AI_MODEL", "is not set, although AI_BASE_URL is", modelExample);
  if (keyFile && url.protocol === "http:" && !isLoopbackHost(url.hostname)) {
    const problem = "must start with https://: a key never travels in the open";
    throw fail("AI_BASE_URL", problem, addressExample);
  }
  const key = keyFile ? readKey(keyFile, fail) : undefined;
  return { baseUrl: addressOf(url), model, key };
}

function readKey(file: string, fail: FailAi): string {
  const read = readPrivateFile(file);
  if (!read.ok) throw fail("AI_KEY_FILE", read.problem, keyExample);
  const key = read.text;
  // What a header cannot carry is no key.
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw fail(
      "AI_KEY_FILE",
      `names ${file}, which holds no key: one word in one line`,
      keyExample,
    );
  }
  return key;
}
