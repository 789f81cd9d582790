// `studydesk audit verify [FILE]` and `audit export FILE`: whether the audit trail is what it was, and the trail as a
// file that anybody can check, without this database and without its secret.
import { createReadStream } from "node:fs";
import { ChainBroken, type CheckedChain } from "@studydesk/api/audit/check-chain";
import { createAuditSigner } from "@studydesk/api/audit/create-audit-signer";
import { exportWholeAudit } from "@studydesk/api/audit/export-audit";
import { verifyDatabase } from "@studydesk/api/audit/verify-database";
import { verifyAuditFile } from "@studydesk/api/audit/verify-file";
import { setAuditSigner } from "@studydesk/db/audit/audit-signer";
import { lostWords } from "@studydesk/domain/audit/restored-row";
import { DomainError } from "@studydesk/domain/errors";
import type { Command } from "commander";
import { type AcceptedRestore, acceptRestored } from "../../backups/accept-restored";
import { addCommand } from "../add-command";
import { createProgress, type Progress } from "../progress";
import { type KeptEnds, readEnds, readNamedEnds, requireTrail } from "../read-audit-files";
import { tell } from "../tell";
import { withDeps } from "../with-deps";
import { writeWhole } from "../write-whole";

interface Options {
  json?: boolean;
  heads?: string;
}

export function registerAudit(program: Command): void {
  const audit = program
    .command("audit")
    .description("The audit trail: who did what, held together by digests and signatures.")
    .showHelpAfterError(false);
  addCommand(
    audit,
    "verify",
    "Checks every row and signature, of the database or of a file that was exported; ends with code 1 at the first that does not hold.",
  )
    .argument("[file]", "an exported trail: neither database nor secret is needed")
    .option(
      "--heads <file>",
      "ends of the trail that were kept outside; left out: the server's file",
    )
    .action(async (file: string | undefined, options: Options) => {
      const progress = createProgress(options);
      try {
        const { checked, anchors } = await (file === undefined
          ? verifyHere(options, progress)
          : verifyFile(file, options, progress));
        progress.end();
        const result = { holds: true, ...checked, comparedEnds: anchors?.size ?? 0 };
        tell(options, result, describe(checked, anchors));
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
  addCommand(
    audit,
    "restored",
    "Says in the trail that an older database was put back by other means than restore, and begins the kept ends anew.",
  ).action(async (options: Options) => {
    const accepted = await withDeps(async ({ db, keys }, { auditHeadFile }) => {
      // Refused before anything is written where there is no secret to sign with.
      setAuditSigner(db, createAuditSigner(keys.audit));
      if (auditHeadFile === undefined) throw new DomainError("invalid", noEnds);
      return acceptRestored(db, { at: new Date(), anchorFile: auditHeadFile });
    });
    tell(options, accepted, describeAccepted(accepted));
  });
  addCommand(audit, "export", "Writes the whole audit trail, signed, as JSON Lines.")
    .argument("<file>", "where to")
    .action(async (file: string, options: Options) => {
      await withDeps(async (deps) => writeWhole(await exportWholeAudit(deps, null), file));
      tell(options, { file }, [
        `Written to ${file}. Anybody can check it: studydesk audit verify ${file}`,
      ]);
    });
}

interface Verified {
  checked: CheckedChain;
  /** Ends that were kept outside, and compared; undefined: none were at hand. */
  anchors: KeptEnds;
}

async function verifyHere({ heads }: Options, progress: Progress): Promise<Verified> {
  return withDeps(async ({ db }, env) => {
    const anchors = await (heads === undefined
      ? readEnds(env.auditHeadFile)
      : readNamedEnds(heads));
    const checked = await verifyDatabase(db, {
      ...(anchors ? { anchors } : {}),
      onProgress: (done, total) => progress.update("Rows checked", done, total),
    });
    return { checked, anchors };
  });
}

async function verifyFile(file: string, { heads }: Options, progress: Progress): Promise<Verified> {
  await requireTrail(file);
  const anchors = heads === undefined ? undefined : await readNamedEnds(heads);
  const checked = await verifyAuditFile(createReadStream(file), {
    ...(anchors ? { anchors } : {}),
    onProgress: (rows) => progress.update("Rows checked", rows),
  });
  return { checked, anchors };
}

function describe(
  { sequence, sha256, heads, signedUpTo, keys, restored }: CheckedChain,
  anchors: KeptEnds,
): string[] {
  const count = (value: number) => value.toLocaleString("en");
  return [
    `The audit trail holds: ${count(sequence)} rows, ${count(heads)} signatures.`,
    ...(signedUpTo < sequence
      ? [
          `Rows from ${signedUpTo + 1} on bear no signature yet: they were written without the secret, and the next signature covers them.`,
        ]
      : []),
    `Newest row: ${sequence}, ${sha256}`,
    ...keys.map((key) => `Key ${key.id} made ${count(key.heads)} of the signatures.`),
    ...restored.map(
      (told) =>
        `On ${told.at} an older database was put back (row ${told.sequence}). ${lostWords(told)}`,
    ),
    anchors
      ? `Its ends are those that were kept outside: ${count(anchors.size)} were compared.`
      : "No ends that were kept outside were compared, so a cut end would not show: name their file with --heads.",
  ];
}

const noEnds =
  "No ends of the trail are kept outside, so none can be missed. Set STUDYDESK_SECRET_FILE as the server has it.";

function describeAccepted({ from, replaced, anchorsKept }: AcceptedRestore): string[] {
  return [
    `The trail says now that it goes on from row ${from?.sequence ?? 0}, and that what was kept up to row ${replaced.sequence} is gone. Everybody signs in again.`,
    `The ends as they were kept until now: ${anchorsKept}. Keep them: they show what is gone.`,
    "Mail that went out since that database was made goes out again: look at the outbox. Start the server anew.",
  ];
}
