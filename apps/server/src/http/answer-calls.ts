// The short way through tRPC for what the dashboard sends: batches of queries or changes, as JSON by POST.
// tRPC's own adapter makes of each a web Request and a stream, which takes longer than most procedures; the
// answers are the same to the byte. Whatever looks any different is left to the adapter.
import type { IncomingMessage } from "node:http";
import { type AppRouter, appRouter } from "@studydesk/api/app-router";
import type { Context } from "@studydesk/api/context";
import {
  type AnyTRPCProcedure,
  type AnyTRPCRouter,
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  type TRPCProcedureType,
  transformTRPCResponse,
} from "@trpc/server";
import { getHTTPStatusCode } from "@trpc/server/http";
import type { TRPCResponse } from "@trpc/server/rpc";
import { getErrorShape } from "@trpc/server/shared";
import { z } from "zod";

const { _config: config } = appRouter._def;
// Under their whole names, whatever the types say: `leads.list`.
const router: AnyTRPCRouter = appRouter;
const procedures: Readonly<Record<string, AnyTRPCProcedure>> = router._def.procedures;

export interface Call {
  path: string;
  type: TRPCProcedureType;
}

/** The procedures that a request calls; undefined: not for here. */
export function readCalls(req: IncomingMessage, most: number): Call[] | undefined {
  const named = /^\/api\/trpc\/([\w.,]+)\?batch=1$/.exec(req.url ?? "")?.[1];
  if (req.method !== "POST" || named === undefined || wantsStream(req)) return undefined;
  const paths = named.split(",");
  const [type, ...others] = new Set(paths.map(typeOf));
  if ((type !== "query" && type !== "mutation") || others.length > 0) return undefined;
  return paths.length > most ? undefined : paths.map((path) => ({ path, type }));
}

function wantsStream({ headers }: IncomingMessage): boolean {
  return headers["trpc-accept"] !== undefined || (headers.accept ?? "").includes("jsonl");
}

export function isProcedure(path: string): boolean {
  return Object.hasOwn(procedures, path);
}

function typeOf(path: string): TRPCProcedureType | undefined {
  return isProcedure(path) ? procedures[path]?._def.type : undefined;
}

const inputsShape = z.record(z.string(), z.unknown());

/** By the number of the call; undefined: no JSON, or not of that shape. */
export function parseInputs(body: string): Record<string, unknown> | undefined {
  try {
    return inputsShape.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

export async function answerCalls(
  calls: readonly Call[],
  inputs: Readonly<Record<string, unknown>>,
  ctx: Context,
): Promise<{ status: number; body: string }> {
  const answers = await Promise.all(
    calls.map((call, index) => answerCall(call, index, inputs[index], ctx)),
  );
  return {
    status: getHTTPStatusCode(answers),
    body: JSON.stringify(transformTRPCResponse(config, answers)),
  };
}

type ErrorShape = AppRouter["_def"]["_config"]["$types"]["errorShape"];

async function answerCall(
  { path, type }: Call,
  batchIndex: number,
  input: unknown,
  ctx: Context,
): Promise<TRPCResponse<unknown, ErrorShape>> {
  try {
    const data: unknown = await callTRPCProcedure({
      ...{ router, path, type, ctx, batchIndex },
      getRawInput: async () => input,
      signal: undefined,
    });
    return { result: { data } };
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    return { error: getErrorShape({ config, error, type, path, input, ctx }) };
  }
}
