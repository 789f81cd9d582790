// Turns whatever was thrown into what a caller may see. For procedures it runs as a middleware, since
// callers on the server skip the error formatter: an unmapped throw would reach them with its own message.
import { type OutOfReach, whyOutOfReach } from "@studydesk/db/why-out-of-reach";
import { DomainError, type DomainErrorCode } from "@studydesk/domain/errors";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";

const trpcCodes = {
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  invalid: "BAD_REQUEST",
  conflict: "CONFLICT",
  rule_broken: "UNPROCESSABLE_CONTENT",
  rate_limited: "TOO_MANY_REQUESTS",
} as const satisfies Record<DomainErrorCode, TRPCError["code"]>;

/** The database's own trouble, which passes: nobody's mistake, and no bug. */
export const outOfReachWords: Readonly<Record<OutOfReach, string>> = {
  busy: "Another program keeps the database busy, so nothing was changed. Wait a moment, and try again.",
  full: "The server's disk is full, so nothing was changed. What is there already is safe: tell whoever runs the server to make room.",
  away: "The database does not answer. Wait a minute, load the page again, and look whether your last change is there.",
};

/** For the answers that are not tRPC's: signing in, pages, files. */
export const httpStatuses = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 400,
  conflict: 409,
  rule_broken: 422,
  rate_limited: 429,
} as const satisfies Record<DomainErrorCode, number>;

export function toTrpcError(
  error: unknown,
  requestId: string,
  reportFault: (error: unknown) => void,
): TRPCError {
  const cause = error instanceof TRPCError ? error.cause : error;
  if (cause instanceof DomainError) {
    return new TRPCError({ code: trpcCodes[cause.code], message: cause.message, cause });
  }
  // Only what a caller sent: a stored row that does not parse is a bug, not their mistake.
  const isInput = error instanceof TRPCError && error.code === "BAD_REQUEST";
  if (isInput && cause instanceof ZodError) {
    const invalid = new DomainError("invalid", describeIssues(cause), { reason: "input" });
    return new TRPCError({ code: "BAD_REQUEST", message: invalid.message, cause: invalid });
  }
  if (error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR") return error;
  reportFault(error);
  const why = whyOutOfReach(error);
  if (why) return new TRPCError({ code: "SERVICE_UNAVAILABLE", message: outOfReachWords[why] });
  return new TRPCError({
    code: "INTERNAL_SERVER_ERROR",
    message: `Something went wrong on our side, and nothing was changed. Try again; if it stays, tell your admin the number ${requestId}.`,
  });
}

/** Names the fields, never what was typed into them. */
function describeIssues(error: ZodError): string {
  const sentences = error.issues.slice(0, 3).map((issue) => {
    const field = issue.path.join(".");
    const words = issue.message.replace(/\.$/, "");
    return `${field ? `${field}: ` : ""}${words}.`;
  });
  return `Please check what was sent. ${sentences.join(" ")}`;
}
