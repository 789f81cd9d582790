// The base of every procedure: who may call it at all. Which site and which row is each use case's own.
import { DomainError } from "@studydesk/domain/errors";
import { initTRPC } from "@trpc/server";
import type { Context } from "./context";
import { toTrpcError } from "./error-mapping";
import { requireSecondFactor } from "./people/second-factor-duty";
import { refuseNul } from "./refuse-nul";

const t = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter({ shape, error }) {
    const domain =
      error.cause instanceof DomainError
        ? {
            code: error.cause.code,
            reason: error.cause.reason ?? null,
            details: error.cause.details ?? null,
          }
        : null;
    return { ...shape, data: { ...shape.data, domain } };
  },
  sse: {
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 40_000 },
  },
});

const mapped = t.procedure.use(async ({ ctx, path, getRawInput, next }) => {
  const toCaller = (thrown: unknown) =>
    toTrpcError(thrown, ctx.requestId, (error) => ctx.reportFault(error, path));
  // What is no JSON is refused where input is read; a procedure without any may be sent nothing.
  const sent = await getRawInput().catch(() => undefined);
  try {
    refuseNul(sent);
  } catch (error) {
    throw toCaller(error);
  }
  const result = await next();
  if (result.ok) return result;
  throw toCaller(result.error);
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Anyone, signed in or not. */
export const publicProcedure = mapped;

/** One's own account: any signed-in person, also one who has to set up a second factor before anything else. */
export const accountProcedure = mapped.use(({ ctx, next }) => {
  if (!ctx.viewer) {
    throw new DomainError("unauthenticated", "You are signed out. Sign in, and you are back here.");
  }
  return next({ ctx: { viewer: ctx.viewer } });
});

/** Any signed-in person whose account is as safe as their roles ask for. */
export const staffProcedure = accountProcedure.use(({ ctx, next }) => {
  requireSecondFactor(ctx.viewer);
  return next();
});

/** The owner of the installation. */
export const ownerProcedure = staffProcedure.use(({ ctx, next }) => {
  if (!ctx.viewer.isOwner) {
    throw new DomainError(
      "forbidden",
      "Only the owner of this installation may do this. Ask them.",
    );
  }
  return next();
});
