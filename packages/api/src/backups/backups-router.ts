// Backups as the dashboard asks for them.
import { DomainError } from "@studydesk/domain/errors";
import { ownerProcedure, router, staffProcedure } from "../trpc";
import { readBackupState, readBackups } from "./read-backups";

export const backupsRouter = router({
  read: staffProcedure.query(({ ctx }) => readBackups(ctx.deps, ctx.viewer)),
  state: staffProcedure.query(({ ctx }) => readBackupState(ctx.deps, ctx.viewer)),
  start: ownerProcedure.mutation(({ ctx: { deps, viewer } }) => {
    if (!deps.backups) {
      throw new DomainError(
        "rule_broken",
        "This server makes no backups. Whoever runs it names a folder for them first: STUDYDESK_BACKUP_DIR.",
      );
    }
    deps.backups.start(viewer.userId);
  }),
});
