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
});

export type WritingOrder = z.infer<typeof writingOrder>;
