// Reminders, as the desk asks for them: one's own follow-ups of the hours to come, and whether mail reminds
// of them, too. Everybody decides for themselves alone.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { inTransaction } from "@studydesk/db/open-database";
import {
  listOwnFollowUps,
  type OwnFollowUp,
  setWantsReminders,
  wantsReminders,
} from "@studydesk/db/reminders/reminder-queries";
import { siteIdsWithRole, type Viewer } from "@studydesk/domain/people/viewer";
import { z } from "zod";
import type { Deps } from "../deps";
import { router, staffProcedure } from "../trpc";

const hourMs = 3_600_000;
const setInput = z.object({ byMail: z.boolean() });

export const remindersRouter = router({
  mine: staffProcedure.query(({ ctx }) => readOwnFollowUps(ctx.deps, ctx.viewer)),
  settings: staffProcedure.query(async ({ ctx }) => ({
    byMail: await wantsReminders(ctx.deps.db, ctx.viewer.userId),
  })),
  set: staffProcedure
    .input(setInput)
    .mutation(({ ctx, input }) => setReminders(ctx.deps, ctx.viewer, input.byMail)),
});

/** What fell due within the last hour, and what will within the next day: a screen asks again meanwhile. */
async function readOwnFollowUps(
  { db, now }: Pick<Deps, "db" | "now">,
  viewer: Viewer,
): Promise<OwnFollowUp[]> {
  const at = now().getTime();
  return listOwnFollowUps(db, {
    userId: viewer.userId,
    siteIds: siteIdsWithRole(viewer, "coordinator", "admin"),
    from: new Date(at - hourMs).toISOString(),
    until: new Date(at + 24 * hourMs).toISOString(),
    limit: 100,
  });
}

async function setReminders(
  { db, now }: Pick<Deps, "db" | "now">,
  { userId }: Viewer,
  wanted: boolean,
): Promise<{ byMail: boolean }> {
  const at = now().toISOString();
  await inTransaction(db, async (trx) => {
    await setWantsReminders(trx, { userId, wanted, at });
    await addAudit(trx, {
      at,
      actorId: userId,
      action: "person.reminders_set",
      subject: "person",
      subjectId: userId,
      siteId: null,
      details: { byMail: wanted },
    });
  });
  return { byMail: wanted };
}
