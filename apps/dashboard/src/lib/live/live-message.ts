// What the tabs of one browser tell each other about the live stream. Checked on arrival: a tab may
// still run an older version of this page.
import { z } from "zod/mini";

export const liveEventSchema = z.object({
  kind: z.enum([
    ...(["lead", "leads", "presence", "duplicates", "outbox"] as const),
    ...(["study", "share", "people", "view", "backup"] as const),
  ]),
  subjectId: z.string(),
  siteId: z.nullable(z.number()),
  byMe: z.boolean(),
});
/** Something was changed; ids only, whoever shows it asks for it. */
export type LiveEvent = z.infer<typeof liveEventSchema>;

export const liveStates = ["connecting", "live", "lost"] as const;
export type LiveState = (typeof liveStates)[number];

export const liveMessageSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("event"), id: z.string(), event: liveEventSchema }),
  z.object({ type: z.literal("state"), state: z.enum(liveStates) }),
  /** Events may have been missed: what is shown is asked for again. */
  z.object({ type: z.literal("gap") }),
  /** The stream ended or was refused: the session may be over. */
  z.object({ type: z.literal("ended") }),
  /** A tab that came later asks how things stand. */
  z.object({ type: z.literal("hello") }),
]);
export type LiveMessage = z.infer<typeof liveMessageSchema>;
