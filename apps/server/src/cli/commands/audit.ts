// `studydesk audit verify [FILE]` and `audit export FILE`: whether the audit trail is what it was, and the trail as a
// file that anybody can check, without this database and without its secret.
import { ChainBroken, type CheckedChain } from "@studydesk/api/audit/check-chain";
import { verifyDatabase } from "@studydesk/api/audit/verify-database";
import type { Command } from "commander";
import { addCommand } from "../add-command";
import { createProgress } from "../progress";
import { tell } from "../tell";
import { withDeps } from "../with-deps";

interface Options {
  json?: boolean;
}

export function registerAudit(program: Command): void {
  const audit = program
    .command("audit")
    .description("The audit trail: who did what, held together by digests and signatures.")
    .showHelpAfterError(false);
  addCommand(
    audit,
    "verify",
    "Checks every row and signature of the audit trail; ends with code 1 at the first that does not hold.",
  ).action(async (options: Options) => {
    const progress = createProgress(options);
    try {
      const checked = await withDeps(({ db }) =>
        verifyDatabase(db, {
          onProgress: (done, total) => progress.update("Rows checked", done, total),
        }),
      );
      progress.end();
      tell(options, { holds: true, ...checked }, describe(checked));
    } catch (error) {
      progress.end();
      if (!(error instanceof ChainBroken)) throw error;
      const { problem, sequence, message } = error;
      tell(options, { holds: false, problem, sequence, message }, [
        `The audit trail does not hold. ${message}`,
      ]);
      process.exitCode = 1;
    }
  });
}

function describe({ sequence, sha256, heads, signedUpTo, keys }: CheckedChain): string[] {
  const rows = `The audit trail holds: ${sequence.toLocaleString("en")} rows, ${heads.toLocaleString("en")} signatures.`;
  const unsigned =
    signedUpTo < sequence
      ? [
          `Rows from ${signedUpTo + 1} on bear no signature yet: they were written without the secret, and the next signature covers them.`,
        ]
      : [];
  return [
    rows,
    ...unsigned,
    `Newest row: ${sequence}, ${sha256}`,
    ...keys.map((key) => `Key ${key.id} made ${key.heads.toLocaleString("en")} of the signatures.`),
  ];
}
