// Asks twice: once with the ids that a row of the table names, and once with ids that nothing has. Whoever
// holds nothing at a place must not be able to tell the one from the other.
import { DomainError } from "@studydesk/domain/errors";
import { TRPCError } from "@trpc/server";
import type { Caller, GridRow, Outcome, Place } from "./grid";

export interface Answered {
  outcome: Outcome;
  /** Whole, as JSON, answer or refusal. */
  said: string;
  /** Says the same of ids that nothing has; undefined: what was asked names nobody's id. */
  askRandom: (() => Promise<string>) | undefined;
}

export async function askRow({ call }: GridRow, caller: Caller, place: Place): Promise<Answered> {
  let last: Asked | undefined;
  const { outcome, said } = await say(async () => {
    await call(
      overhear(caller, (asked) => {
        last = asked;
      }),
      place,
    );
    return last?.answer;
  });
  return { outcome, said, askRandom: last && withRandomIds(last) };
}

function withRandomIds({ procedure, inputs }: Asked): Answered["askRandom"] {
  const others = withOtherIds(inputs, numbersFrom(987_654_321));
  if (JSON.stringify(others) === JSON.stringify(inputs)) return undefined;
  return async () => (await say(() => procedure(others))).said;
}

/** Anything but an answer or a mapped refusal is a fault, and fails. */
async function say(ask: () => Promise<unknown>): Promise<{ outcome: Outcome; said: string }> {
  try {
    return { said: JSON.stringify((await ask()) ?? null), outcome: "ok" };
  } catch (error) {
    if (!(error instanceof TRPCError && error.cause instanceof DomainError)) throw error;
    const { code, message, reason, details } = error.cause;
    return { outcome: code, said: JSON.stringify({ code, message, reason, details }) };
  }
}

/** Two of a pair stay two. */
function numbersFrom(next: number): () => number {
  let at = next;
  return () => at++;
}

function withOtherIds(inputs: readonly unknown[], number: () => number): unknown[] {
  function change(value: unknown, name = ""): unknown {
    if (Array.isArray(value)) return value.map((item) => change(item, name));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, change(inner, key)]),
      );
    }
    if (!/(^id|Id|^ids|Ids|^token)$/.test(name)) return value;
    if (typeof value === "number") return number();
    // The same shape: what is refused for its form would be refused for another reason.
    return typeof value === "string" ? value.replaceAll(/[0-9a-f](?!$)/gi, "0") : value;
  }
  return inputs.map((input) => change(input));
}

type Procedure = (inputs: readonly unknown[]) => Promise<unknown>;

interface Asked {
  procedure: Procedure;
  inputs: readonly unknown[];
  answer?: unknown;
}

/** The same caller; each call is told once it is answered, or refused. */
function overhear<T extends object>(caller: T, tell: (asked: Asked) => void): T {
  return new Proxy(caller, {
    get: (within, name) => {
      const part: unknown = Reflect.get(within, name);
      return typeof part === "function" ? overhear(part, tell) : part;
    },
    apply: async (called, self, inputs) => {
      if (typeof called !== "function") throw new Error("This is no procedure.");
      const procedure: Procedure = async (others) => {
        const answer: unknown = await Reflect.apply(called, self, others);
        return answer;
      };
      tell({ procedure, inputs });
      const answer = await procedure(inputs);
      tell({ procedure, inputs, answer });
      return answer;
    },
  });
}
