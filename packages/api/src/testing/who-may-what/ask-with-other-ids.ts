// Asks twice: once with the ids that a row of the table names, and once with ids that nothing has. Whoever
// holds nothing at a place must not be able to tell the one from the other.
import { DomainError } from "@studydesk/domain/errors";
import { TRPCError } from "@trpc/server";
import type { Caller, GridRow, Place } from "./grid";

export interface TwoAnswers {
  foreign: string;
  random: string;
}

/** Undefined: what the row asks names nobody's id. */
export async function askWithOtherIds(
  { call }: GridRow,
  caller: Caller,
  place: Place,
): Promise<TwoAnswers | undefined> {
  let again: (() => Promise<unknown>) | undefined;
  const foreign = await say(() =>
    call(
      overhear(caller, (procedure, inputs) => {
        const others = withOtherIds(inputs, numbersFrom(987_654_321));
        const isSame = JSON.stringify(others) === JSON.stringify(inputs);
        again = isSame ? undefined : () => procedure(others);
      }),
      place,
    ),
  );
  return again ? { foreign, random: await say(again) } : undefined;
}

async function say(ask: () => Promise<unknown>): Promise<string> {
  try {
    await ask();
    return "ok";
  } catch (error) {
    if (!(error instanceof TRPCError && error.cause instanceof DomainError)) throw error;
    const { code, message, reason, details } = error.cause;
    return JSON.stringify({ code, message, reason, details });
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

/** The same caller; each call is told before it is made. */
function overhear<T extends object>(
  caller: T,
  tell: (procedure: Procedure, inputs: readonly unknown[]) => void,
): T {
  return new Proxy(caller, {
    get: (within, name) => {
      const part: unknown = Reflect.get(within, name);
      return typeof part === "function" ? overhear(part, tell) : part;
    },
    apply: (procedure, self, inputs) => {
      if (typeof procedure !== "function") throw new Error("This is no procedure.");
      const ask: Procedure = async (others) => {
        const answer: unknown = await Reflect.apply(procedure, self, others);
        return answer;
      };
      tell(ask, inputs);
      return ask(inputs);
    },
  });
}
