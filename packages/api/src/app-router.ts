// Every procedure there is, by noun. The dashboard knows it as a type alone.
import { outboxRouter } from "./outbox/outbox-router";
import { sharesRouter } from "./shares/shares-router";
import { router } from "./trpc";

export const appRouter = router({
  outbox: outboxRouter,
  shares: sharesRouter,
});

export type AppRouter = typeof appRouter;
