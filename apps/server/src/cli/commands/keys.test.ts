// Rotates keys as a person would, in processes of their own, while this one goes on writing as a server does.
import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openAtRest, sealAtRest } from "@studydesk/api/notes/seal-at-rest";
import { deriveSecretKeys } from "@studydesk/api/secret-keys";
import { buildDesk } from "@studydesk/api/testing/build-desk";
import { setSealed } from "@studydesk/db/notes/sealed-column-queries";
import { inTransaction, openDatabase } from "@studydesk/db/open-database";
import { sql } from "kysely";
import { expect, inject, it, onTestFinished } from "vitest";
import { openNoteKeyring } from "../../note-key-file";
import { bareEnv } from "../../testing/bare-env";

const program = fileURLToPath(new URL("../studydesk.ts", import.meta.url));
const at = "2026-09-01T12:00:00.000Z";
const many = 1000;

async function build() {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-keys-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const secret = "s".repeat(48);
  writeFileSync(join(folder, "secret"), secret, { mode: 0o600 });
  copyFileSync(inject("sqliteTemplate"), join(folder, "studydesk.db"));
  const db = openDatabase(join(folder, "studydesk.db"));
  onTestFinished(() => db.destroy());
  const { kim, lead } = await buildDesk(db);
  const keysNow = (given: Buffer) => openNoteKeyring(join(folder, "secret.keys"), given);
  const keys = keysNow(deriveSecretKeys(Buffer.from(secret)).notes);
  const placeOf = (rowId: number) =>
    ({ table: "notes", rowId, home: { leadId: lead.id }, authorId: kim.userId }) as const;

  async function write(count: number) {
    await inTransaction(db, async (trx) => {
      for (let done = 0; done < count; done++) {
        const row = { authorId: kim.userId, leadId: lead.id, studyId: null, sealedBody: "" };
        const { id } = await trx
          .insertInto("notes")
          .values({ ...row, createdAt: at, updatedAt: at })
          .returning("id")
          .executeTakeFirstOrThrow();
        await setSealed(trx, "notes", { id, sealed: sealAtRest(keys, placeOf(id), `note ${id}`) });
      }
    });
  }

  function run(words: readonly string[]) {
    const child = spawn(process.execPath, ["--import", "tsx", program, "keys", ...words], {
      env: {
        ...bareEnv,
        STUDYDESK_DATA: folder,
        STUDYDESK_SECRET_FILE: join(folder, "secret"),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    child.stdout.on("data", (text) => {
      out += text;
    });
    const ended = new Promise<{ code: number | null; out: string }>((resolve) => {
      child.once("close", (code) => resolve({ code, out }));
    });
    return { child, ended };
  }
  return { db, write, run, keysNow, placeOf };
}

it("ends a rotation that was killed, and loses no note, old or written meanwhile", async () => {
  const { db, write, run, keysNow, placeOf } = await build();
  await write(many);
  await sql`create trigger slow after update on notes begin
    select count(*) from (with recursive counted(x) as
      (select 1 union all select x + 1 from counted where x < 20000) select x from counted);
    end`.execute(db);
  const first = run(["rotate"]);
  await new Promise((resolve) => first.child.stderr.once("data", resolve));
  first.child.kill("SIGKILL");
  expect((await first.ended).code).toBeNull();
  await write(1);
  await sql`drop trigger slow`.execute(db);

  await write(1);
  const second = run(["rotate"]);
  await new Promise((resolve) => second.child.stderr.once("data", resolve));
  await write(1);
  const { code, out } = await second.ended;
  expect(code).toBe(0);
  expect(out).toMatch(/texts were sealed anew, to end the rotation.+\nKey 2 is the only one now\./);

  // The secret's own key is gone from the file: whatever it is, all of them open.
  const after = keysNow(Buffer.alloc(32));
  const notes = await db.selectFrom("notes").select(["id", "sealedBody"]).execute();
  expect(notes).toHaveLength(many + 3);
  for (const { id, sealedBody } of notes) {
    expect(openAtRest(after, placeOf(id), sealedBody)).toBe(`note ${id}`);
  }
  const status = await run(["status"]).ended;
  expect(status.out).toContain("Key 1: retired");
  expect(status.out).toContain(`Key 2: current, at hand, seals ${many + 3} texts`);
});
