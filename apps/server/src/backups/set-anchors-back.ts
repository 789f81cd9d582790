// The audit trail's ends that are kept outside the database, after a restore: those of the trail as it now is stay,
// and the file as it was stays beside. Otherwise the trail would be called broken for ever, and rightly.
import { existsSync } from "node:fs";
import { copyFile, readFile } from "node:fs/promises";
import type { Db } from "@studydesk/db/open-database";
import { type Anchor, readAnchor } from "../audit-anchors";
import { moveDurably, syncPath, writeDurably } from "./durable-files";

export interface FittingAnchors {
  anchors: Anchor[];
  /** How many do not fit, of rows that the restored trail has. */
  misfits: number;
}

export async function findFittingAnchors(file: string, db: Db): Promise<FittingAnchors> {
  const found: FittingAnchors = { anchors: [], misfits: 0 };
  if (!existsSync(file)) return found;
  for (const line of (await readFile(file, "utf8")).split("\n")) {
    const anchor = readAnchor(line);
    if (!anchor) continue;
    const row = await db
      .selectFrom("audit")
      .select("sha256")
      .where("sequence", "=", anchor.sequence)
      .executeTakeFirst();
    if (row?.sha256 === anchor.sha256) found.anchors.push(anchor);
    else if (row) found.misfits += 1;
  }
  return found;
}

/** Undefined: there was no such file. */
export async function setAnchorsBack(
  file: string,
  { anchors }: FittingAnchors,
  at: Date,
): Promise<string | undefined> {
  if (!existsSync(file)) return undefined;
  const beside = `${file}.before-${at.toISOString().slice(0, 19).replaceAll(":", "")}Z`;
  await copyFile(file, beside);
  await syncPath(beside);
  await writeDurably(`${file}.new`, anchors.map((kept) => `${JSON.stringify(kept)}\n`).join(""));
  await moveDurably(`${file}.new`, file);
  return beside;
}
