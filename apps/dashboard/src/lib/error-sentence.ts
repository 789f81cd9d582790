// What a person reads when something failed: the server's own sentence when it answered, else what
// the lost connection means for them.
import type { DomainErrorCode } from "@studydesk/domain/errors";
import { TRPCClientError } from "@trpc/client";
import { z } from "zod/mini";

const refusalSchema = z.object({
  code: z.enum([
    "unauthenticated",
    "forbidden",
    "not_found",
    "invalid",
    "conflict",
    "rule_broken",
    "rate_limited",
  ] satisfies DomainErrorCode[]),
  reason: z.nullable(z.string()),
  details: z.nullable(
    z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  ),
});

/** The server's considered no: which of the seven kinds, and which closed reason. */
export type Refusal = z.infer<typeof refusalSchema>;

export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  const data: { domain?: unknown } | undefined = error.data;
  const parsed = refusalSchema.safeParse(data?.domain);
  return parsed.success ? parsed.data : undefined;
}

/** No answer came at all: the network, or a server that is down or starting. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const data: unknown = error.data;
  return data === undefined || data === null;
}

export function isSignedOut(error: unknown): boolean {
  return refusalOf(error)?.code === "unauthenticated";
}

export function isStale(error: unknown): boolean {
  const refusal = refusalOf(error);
  return refusal?.code === "conflict" && refusal.reason === "stale_version";
}

export function errorSentence(error: unknown): string {
  if (isUnreachable(error)) {
    return "The server cannot be reached. Check the connection; what you see stays as it is.";
  }
  if (error instanceof TRPCClientError) return error.message;
  return "Something went wrong on this page. Load it again; what was saved is safe.";
}
