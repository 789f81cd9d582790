// What the writing program is told when it is begun.
import { z } from "zod";

export const writingOrder = z.object({
  databaseUrl: z.string(),
  secret: z.string(),
  /** Begins every address, so that each start writes for people of its own. */
  name: z.string(),
  siteId: z.number(),
  studyId: z.number(),
  nctId: z.string(),
  userId: z.string(),
  /** Between two writes of one hand, for who is not to be the machine's only work. */
  pauseMs: z.number(),
});

export type WritingOrder = z.infer<typeof writingOrder>;
