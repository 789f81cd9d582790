// The one stream of a browser: what changed at the viewer's sites, as ids.
import { tracked } from "@trpc/server";
import { z } from "zod";
import { router, staffProcedure } from "../trpc";
import { streamEvents } from "./stream-events";

export const liveRouter = router({
  events: staffProcedure
    .input(z.object({ lastEventId: z.string().max(20).optional() }).default({}))
    .subscription(async function* ({ ctx, input, signal = new AbortController().signal }) {
      const events = await streamEvents(ctx.deps, ctx.viewer, input.lastEventId, signal);
      for await (const { id, ...event } of events) yield tracked(String(id), event);
    }),
});
