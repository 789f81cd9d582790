// Files of leads, in and out: an upload goes to the disk as it comes, a download leaves as it is made. Each
// asks for a session, and for a request that says it comes from our own pages.
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { exportAudit } from "@studydesk/api/audit/export-audit";
import type { Deps } from "@studydesk/api/deps";
import { exportLeads } from "@studydesk/api/exports/export-leads";
import { exportFhir } from "@studydesk/api/fhir/export-fhir";
import { makeImportsFolder } from "@studydesk/api/imports/import-files";
import { openRejectedFile } from "@studydesk/api/imports/rejected-file";
import { requireMayImport, takeImportFile } from "@studydesk/api/imports/take-file";
import type { Viewers } from "@studydesk/api/people/viewers";
import { exportScreeningLog } from "@studydesk/api/reports/export-screening-log";
import { auditFilters } from "@studydesk/domain/audit/audit-filters";
import { DomainError } from "@studydesk/domain/errors";
import { exportLeadsInput } from "@studydesk/domain/exports/export-input";
import { exportFhirInput, siteIdsOfFhirExport } from "@studydesk/domain/fhir/fhir-export";
import { mostImportBytes } from "@studydesk/domain/imports/import-state";
import { adminScopeOf, type Viewer } from "@studydesk/domain/people/viewer";
import { screeningLogFileInput } from "@studydesk/domain/reports/report";
import express, { type Request, type Response, Router } from "express";
import { jsonAlone } from "./json-alone";
import { requireOwnOrigin } from "./refuse-foreign";
import { whileAllowed } from "./while-allowed";

export function transferMount(deps: Deps, viewers: Pick<Viewers, "read">): Router {
  const router = Router();
  const ownOrigin = requireOwnOrigin(deps.baseUrl);

  router.post("/api/imports", ownOrigin, async (req, res) => {
    requireMayImport(await requireViewer(viewers, req));
    requireBytes(req);
    const folder = await makeImportsFolder(deps);
    const storedAs = randomUUID();
    const path = join(folder, storedAs);
    const counted = countBytes();
    try {
      await pipeline(req, counted.stream, createWriteStream(path, { flags: "wx", mode: 0o600 }));
      const file = { storedAs, name: fileNameOf(req), bytes: counted.bytes() };
      // An upload takes minutes: whoever was signed out or closed meanwhile brings nothing in.
      const viewer = await requireViewer(viewers, req);
      res.status(201).set("cache-control", "no-store");
      res.json(await takeImportFile(deps, viewer, file));
    } catch (error) {
      await rm(path, { force: true });
      // Nobody is left to read an answer when the sender went away.
      if (!req.complete && !counted.isTooMany()) return;
      throw error;
    }
  });

  router.get("/api/imports/:id/rejected", ownOrigin, async (req, res) => {
    const viewer = await requireViewer(viewers, req);
    const id = String(req.params.id);
    const importId = /^[1-9]\d{0,8}$/.test(id) ? Number(id) : 0;
    const pieces = await openRejectedFile(deps, viewer, importId);
    await send(res, {
      fileName: `import-${importId}-not-taken.csv`,
      contentType: "text/csv; charset=utf-8",
      pieces: whileAllowed(viewer, () => viewers.read(req.headers.cookie), pieces),
    });
  });

  const body = express.json({ limit: "1mb" });
  router.post("/api/leads/export", ownOrigin, jsonAlone, body, async (req, res) => {
    const viewer = await requireViewer(viewers, req);
    const input = exportLeadsInput.safeParse(req.body);
    if (!input.success) {
      throw new DomainError("invalid", "Load the list again, and export it from there.");
    }
    const file = await exportLeads(deps, viewer, input.data);
    const pieces = whileAllowed(viewer, () => viewers.read(req.headers.cookie), file.pieces);
    await send(res, { ...file, pieces });
  });

  router.post("/api/reports/screening-log", ownOrigin, jsonAlone, body, async (req, res) => {
    const viewer = await requireViewer(viewers, req);
    const input = screeningLogFileInput.safeParse(req.body);
    if (!input.success) {
      throw new DomainError("invalid", "Load the report again, and take the log out from there.");
    }
    const file = await exportScreeningLog(deps, viewer, input.data);
    const pieces = whileAllowed(viewer, () => viewers.read(req.headers.cookie), file.pieces);
    await send(res, { ...file, pieces });
  });

  router.post("/api/fhir/export", ownOrigin, jsonAlone, body, async (req, res) => {
    const viewer = await requireViewer(viewers, req);
    const input = exportFhirInput.safeParse(req.body);
    if (!input.success) {
      throw new DomainError("invalid", "Load the study again, and export it from there.");
    }
    const { form } = input.data;
    const file = await exportFhir(deps, viewer, input.data);
    const readNow = () => viewers.read(req.headers.cookie);
    const sitesOf = (asking: Viewer) => siteIdsOfFhirExport(asking, form);
    await send(res, { ...file, pieces: whileAllowed(viewer, readNow, file.pieces, sitesOf) });
  });

  router.post("/api/audit/export", ownOrigin, jsonAlone, body, async (req, res) => {
    const viewer = await requireViewer(viewers, req);
    const input = auditFilters.safeParse(req.body);
    if (!input.success) {
      throw new DomainError("invalid", "Load the audit trail again, and take it out from there.");
    }
    const file = await exportAudit(deps, viewer, input.data);
    const readNow = () => viewers.read(req.headers.cookie);
    await send(res, { ...file, pieces: whileAllowed(viewer, readNow, file.pieces, auditSitesOf) });
  });
  return router;
}

/** The owner's are all; 0 is no site's number, and stands for that. */
function auditSitesOf(viewer: Viewer): number[] {
  const scope = adminScopeOf(viewer) ?? [];
  return scope === "all" ? [0] : [...scope];
}

async function requireViewer(viewers: Pick<Viewers, "read">, req: Request): Promise<Viewer> {
  const viewer = await viewers.read(req.headers.cookie);
  if (viewer) return viewer;
  throw new DomainError("unauthenticated", "You are signed out. Sign in, and try again.");
}

/** A form of another site can send neither this type nor this header. */
function requireBytes(req: Request): void {
  if (req.get("content-type") !== "application/octet-stream") {
    throw new DomainError("invalid", "Use the page that is made for importing files.");
  }
  if (Number(req.get("content-length") ?? 0) > mostImportBytes) throw tooLarge();
}

function countBytes() {
  let bytes = 0;
  const stream = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      if (bytes > mostImportBytes) done(tooLarge());
      else done(null, piece);
    },
  });
  return { stream, bytes: () => bytes, isTooMany: () => bytes > mostImportBytes };
}

function tooLarge(): DomainError {
  return new DomainError(
    "invalid",
    "The file is larger than 100 MB. Cut it in two and bring the parts one by one.",
    { reason: "too_large" },
  );
}

/** It stands in a header, encoded as in an address: names have letters that headers have not. */
function fileNameOf(req: Request): string {
  try {
    return decodeURIComponent(req.get("x-file-name") ?? "");
  } catch {
    return "";
  }
}

async function send(
  res: Response,
  file: {
    fileName: string;
    contentType: string;
    pieces: AsyncGenerator<string | Uint8Array>;
  },
): Promise<void> {
  res.set({
    "cache-control": "no-store",
    "content-type": file.contentType,
    "content-disposition": `attachment; filename="${file.fileName}"`,
  });
  // Whoever closes the page ends the reading, too.
  await pipeline(file.pieces, res).catch((error: unknown) => {
    if (!res.destroyed) throw error;
  });
}
