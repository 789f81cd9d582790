// Every procedure, asked by others about a lead and a study that `prepare` has put something on: gives all
// answers and refusals. What reads is asked by everybody, what changes things by whoever may most.
import { type AnyTRPCProcedure, type AnyTRPCRouter, TRPCError } from "@trpc/server";
import { appRouter } from "../app-router";
import type { buildWorld } from "./who-may-what/build-world";
import { everyRow } from "./who-may-what/every-row";
import { type Place, type ViewerKind, viewerKinds } from "./who-may-what/grid";

export interface GivenAnswer {
  path: string;
  kind: ViewerKind;
  text: string;
}

const router: AnyTRPCRouter = appRouter;
const procedures: Readonly<Record<string, AnyTRPCProcedure>> = router._def.procedures;

function askersOf(path: string): readonly ViewerKind[] {
  const isReading = procedures[path]?._def.type === "query";
  return isReading
    ? viewerKinds.filter((kind) => !/^(coordinator|investigator) elsewhere$/.test(kind))
    : ["admin", "investigator"];
}

export async function askEverything(
  world: Awaited<ReturnType<typeof buildWorld>>,
  prepare: (place: Place) => Promise<void>,
): Promise<GivenAnswer[]> {
  const given: GivenAnswer[] = [];
  for (const [path, { call }] of Object.entries(everyRow)) {
    for (const kind of askersOf(path)) {
      const { place, caller } = await world.placeFor(kind);
      await prepare(place);
      const keep = (text: string) => given.push({ path, kind, text });
      try {
        await call(overhear(caller, keep), place);
      } catch (error) {
        if (!(error instanceof TRPCError)) throw error;
        keep(JSON.stringify([error.message, error.cause, error.code]));
      }
    }
  }
  return given;
}

/** The same caller, of which each answer is told. */
function overhear<T extends object>(caller: T, tell: (text: string) => void): T {
  return new Proxy(caller, {
    get: (within, name) => {
      const part: unknown = Reflect.get(within, name);
      return typeof part === "function" ? overhear(part, tell) : part;
    },
    apply: async (procedure, self, inputs) => {
      if (typeof procedure !== "function") throw new Error("This is no procedure.");
      const answer: unknown = await Reflect.apply(procedure, self, inputs);
      tell(JSON.stringify(answer) ?? "");
      return answer;
    },
  });
}
