// A process of its own for one backup, so that a server answers while a hundred thousand leads are copied and
// looked through. It is told what to do once, tells how far it is, and ends with the server.
import { setPriority } from "node:os";
import { z } from "zod";
import { explainBackupFault } from "./backup-error";
import { makeBackup } from "./make-backup";
import type { FromBackupProcess } from "./run-backup-process";

const orderSchema = z.object({
  databaseFile: z.string(),
  folder: z.string(),
  at: z.coerce.date(),
  recipients: z.array(z.string()).optional(),
});

const tellMs = 200;

process.once("message", (message) => void work(message));
process.once("disconnect", () => process.exit(1));

async function work(message: unknown): Promise<void> {
  const { recipients, ...order } = orderSchema.parse(message);
  // Whoever waits for an answer comes first.
  setPriority(10);
  let toldAt = 0;
  const tell = (news: FromBackupProcess) =>
    new Promise<void>((resolve) => {
      process.send?.(news, () => resolve());
    });
  try {
    const manifest = await makeBackup({
      ...order,
      encryption: recipients && { recipients },
      onProgress(step, done, total) {
        if (performance.now() - toldAt < tellMs) return;
        toldAt = performance.now();
        void tell({ kind: "progress", step, share: total > 0 ? done / total : 0 });
      },
    });
    await tell({ kind: "made", manifest });
  } catch (error) {
    const { problem, message: sentence } = explainBackupFault(error, order.folder);
    await tell({ kind: "failed", problem, sentence });
  }
  process.disconnect();
}
