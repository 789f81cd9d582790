// Every procedure, asked by others about a lead and a study that somebody's notes are on: gives all answers and
// refusals. What reads is asked by every kind of viewer about that one place; what changes things, and what
// needs a place as it is at first, about a new one that `prepare` has put something on.
import { DomainError } from "@studydesk/domain/errors";
import { type AnyTRPCProcedure, type AnyTRPCRouter, TRPCError } from "@trpc/server";
import { appRouter } from "../app-router";
import type { buildWorld } from "./who-may-what/build-world";
import { everyRow } from "./who-may-what/every-row";
import {
  type Caller,
  type GridRow,
  type Outcome,
  type Place,
  type ViewerKind,
  viewerKinds,
} from "./who-may-what/grid";

export interface GivenAnswer {
  path: string;
  kind: ViewerKind;
  text: string;
}

type World = Awaited<ReturnType<typeof buildWorld>>;

const router: AnyTRPCRouter = appRouter;
const procedures: Readonly<Record<string, AnyTRPCProcedure>> = router._def.procedures;

export async function askEverything(
  world: World,
  noted: Place,
  prepare: (place: Place) => Promise<void>,
): Promise<GivenAnswer[]> {
  const given: GivenAnswer[] = [];
  for (const kind of viewerKinds) {
    const { caller, place } = await world.placeFor(kind);
    const there = { caller, place: { ...noted, viewer: place.viewer } };
    for (const [path, row] of Object.entries(everyRow)) {
      const keep = (text: string) => given.push({ path, kind, text });
      const isReading = procedures[path]?._def.type === "query";
      if (isReading) {
        const outcome = await askOne(row, there, keep).catch(() => undefined);
        if (outcome === row.outcomes[kind]) continue;
      } else if (!changersOf(row).includes(kind)) continue;
      // It prepares what can be there once.
      const anew = await world.placeFor(kind);
      await prepare(anew.place);
      await askOne(row, anew, keep);
    }
  }
  return given;
}

/** Whoever may, of those who may most; else one who is refused. */
function changersOf({ outcomes }: GridRow): readonly ViewerKind[] {
  const able = viewerKinds.filter((kind) => outcomes[kind] === "ok");
  const most = able.filter((kind) => ["investigator", "admin", "owner"].includes(kind));
  return [...most, ...able, "admin" as const].slice(0, Math.max(1, most.length));
}

async function askOne(
  { call }: GridRow,
  { caller, place }: { caller: Caller; place: Place },
  keep: (text: string) => void,
): Promise<Outcome | undefined> {
  try {
    await call(overhear(caller, keep), place);
    return "ok";
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    keep(JSON.stringify([error.message, error.cause, error.code]));
    return error.cause instanceof DomainError ? error.cause.code : undefined;
  }
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
