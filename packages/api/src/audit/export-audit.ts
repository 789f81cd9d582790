// The audit trail as a file. The owner takes out all of it, with its signatures and keys, so that it proves
// itself anywhere; a site's admins take out the rows of their sites that they look at, which prove nothing by
// themselves and say so. That somebody took it out is a row of the trail, and the last one in the file.
import { createHash } from "node:crypto";
import { addAudit, findAuditHead } from "@studydesk/db/audit/audit-queries";
import type { AuditSigner } from "@studydesk/db/audit/audit-signer";
import { listAuditHeads, listAuditKeys, listAuditRows } from "@studydesk/db/audit/chain-queries";
import { listAuditPage } from "@studydesk/db/audit/trail-queries";
import { type Db, inTransaction } from "@studydesk/db/open-database";
import {
  type AuditFileLine,
  auditFileText,
  writeAuditLine,
} from "@studydesk/domain/audit/audit-export";
import type { AuditFilters } from "@studydesk/domain/audit/audit-filters";
import type { Viewer } from "@studydesk/domain/people/viewer";
import type { Deps } from "../deps";
import type { ExportedFile } from "../exports/export-leads";
import { createAuditSigner } from "./create-audit-signer";
import { requireAuditScope } from "./read-audit";

type ExportDeps = Pick<Deps, "db" | "now" | "keys">;

const pageSize = 1_000;

/** Throws forbidden for whoever is neither the owner nor an admin anywhere. */
export async function exportAudit(
  deps: ExportDeps,
  viewer: Viewer,
  filters: AuditFilters,
): Promise<ExportedFile> {
  const scope = requireAuditScope(viewer);
  const day = deps.now().toISOString().slice(0, 10);
  if (scope === "all") {
    const pieces = await exportWholeAudit(deps, viewer.userId);
    return { fileName: `audit-${day}.jsonl`, contentType, pieces };
  }
  await record(deps, viewer.userId, { isExcerpt: true });
  return {
    fileName: `audit-excerpt-${day}.jsonl`,
    contentType,
    pieces: writeExcerpt(deps, scope, filters),
  };
}

const contentType = "application/jsonl; charset=utf-8";

/** `actorId` is null at the command line. */
export async function exportWholeAudit(
  deps: ExportDeps,
  actorId: string | null,
): Promise<AsyncGenerator<string>> {
  // Refused before anything is written where there is no secret to sign with.
  const signer = createAuditSigner(deps.keys.audit);
  await record(deps, actorId, { isExcerpt: false });
  return writeWhole(deps, signer);
}

async function* writeWhole({ db, now }: ExportDeps, signer: AuditSigner): AsyncGenerator<string> {
  const digest = createHash("sha256");
  const write = (line: AuditFileLine) => `${writeAuditLine(line)}\n`;
  const hashed = (text: string) => {
    digest.update(text);
    return text;
  };
  const upTo = (await findAuditHead(db))?.sequence ?? 0;
  yield hashed(write({ studydeskAudit: 1, excerpt: false, exportedAt: now().toISOString() }));
  yield hashed((await listAuditKeys(db)).map((key) => write({ key })).join(""));
  let written = 0;
  for (let after = 0; after < upTo; ) {
    const rows = await listAuditRows(db, { after, upTo, limit: pageSize });
    const end = rows.at(-1)?.sequence ?? upTo;
    const heads = await listAuditHeads(db, { after, upTo: end });
    let text = "";
    let next = 0;
    for (const { isReadable: _, ...row } of rows) {
      text += write({ row });
      for (let head = heads[next]; head && head.sequence <= row.sequence; head = heads[++next]) {
        text += write({ head });
        written += 1;
      }
    }
    yield hashed(text);
    after = end;
  }
  const sha256 = digest.digest("hex");
  const signature = signer.sign(auditFileText(sha256));
  yield write({ end: { rows: upTo, heads: written, sha256, keyId: signer.keyId, signature } });
}

async function* writeExcerpt(
  { db, now }: ExportDeps,
  siteIds: readonly number[],
  filters: AuditFilters,
): AsyncGenerator<string> {
  const write = (line: AuditFileLine) => `${writeAuditLine(line)}\n`;
  yield write({ studydeskAudit: 1, excerpt: true, exportedAt: now().toISOString() });
  for (let before: number | undefined; ; ) {
    const rows = await listAuditPage(db, { scope: siteIds, filters, before, limit: pageSize });
    yield rows.map(({ isReadable: _, ...row }) => write({ row })).join("");
    before = rows.at(-1)?.sequence;
    if (rows.length < pageSize) return;
  }
}

async function record(
  { db, now }: { db: Db; now: () => Date },
  actorId: string | null,
  details: { isExcerpt: boolean },
): Promise<void> {
  await inTransaction(db, (trx) =>
    addAudit(trx, {
      ...{ at: now().toISOString(), actorId, action: "audit.exported", siteId: null, details },
      ...{ subject: "installation", subjectId: "1" },
    }),
  );
}
