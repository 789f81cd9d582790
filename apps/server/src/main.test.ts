import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashLightly } from "@studydesk/api/testing/hash-lightly";
import { migrate } from "@studydesk/db/migrate";
import { openDatabase } from "@studydesk/db/open-database";
import { findMail } from "@studydesk/db/outbox/read-outbox-queries";
import { addInstallation } from "@studydesk/db/people/installation-queries";
import { addPerson } from "@studydesk/db/people/person-queries";
import { buildMail } from "@studydesk/db/testing/build-mail";
import { readEverything } from "@studydesk/db/testing/read-everything";
import { startSmtpServer } from "@studydesk/mail/testing/start-smtp-server";
import { pino } from "pino";
import { expect, it, onTestFinished, vi } from "vitest";
import { clearDemoData } from "./cli/clear-demo-data";
import { readEnv } from "./env";
import { startServer } from "./main";
import { rotateNoteKeys } from "./rotate-note-keys";
import { ask, startTestServer } from "./testing/start-test-server";

const log = pino({ level: "silent" });
const at = "2026-01-01T00:00:00.000Z";
const password = "correct horse battery staple 42";

/** A data folder, with a secret beside the database; `owner` null: never set up. */
async function installation(isDemo: boolean | null): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-main-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "secret"), "s".repeat(48));
  chmodSync(join(folder, "secret"), 0o600);
  const db = openDatabase(join(folder, "studydesk.db"));
  await migrate(db);
  if (isDemo !== null) {
    await addPerson(db, {
      userId: "owner",
      name: "Olive Ownby",
      email: "owner@example.org",
      passwordHash: await hashLightly(password),
      at,
    });
    await addInstallation(db, { ownerUserId: "owner", isDemo, at });
  }
  await db.destroy();
  return folder;
}

function serveEnv(folder: string) {
  return readEnv(
    {
      PORT: "0",
      STUDYDESK_URL: "https://desk.example.org",
      STUDYDESK_DATA: folder,
      STUDYDESK_SECRET_FILE: join(folder, "secret"),
    },
    "serve",
  );
}

it("serves a real installation with cookies and headers that keep to https", async () => {
  const server = await startServer({ env: serveEnv(await installation(false)), log });
  onTestFinished(() => server.stop());
  expect(server.url).toBe("https://desk.example.org");
  const signedIn = await ask(`http://127.0.0.1:${server.port}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({ email: "owner@example.org", password }),
  });
  expect(signedIn.status).toBe(200);
  expect(signedIn.body).toBe("{}");
  expect(signedIn.headers["strict-transport-security"]).toBe("max-age=31536000");
  expect(signedIn.headers["set-cookie"]?.[0]).toMatch(
    /^__Host-.*HttpOnly.*Secure.*SameSite=Strict/,
  );
});

it("never serves demo data for real, nor an installation that nobody owns", async () => {
  await expect(startServer({ env: serveEnv(await installation(true)), log })).rejects.toThrow(
    "never served for real",
  );
  await expect(startServer({ env: serveEnv(await installation(null)), log })).rejects.toThrow(
    "pnpm studydesk setup",
  );
});

it("refuses to start with another key of notes, or without the one in use, and changes nothing", async () => {
  const folder = await installation(false);
  const env = serveEnv(folder);
  const right = readFileSync(join(folder, "secret"));
  writeFileSync(join(folder, "secret"), "t".repeat(48));
  const wrongEnv = serveEnv(folder);
  writeFileSync(join(folder, "secret"), right);
  const server = await startServer({ env, log });
  await expect(startServer({ env: wrongEnv, log })).rejects.toThrow(/key 1, which is another one/);
  const { db, now, keys } = server.deps;
  const file = join(folder, "secret.keys");
  await rotateNoteKeys({ db, now, file, fromSecret: keys.notes, onProgress: () => {} });
  await server.stop();
  const rightFile = readFileSync(file);
  const readRows = async () => {
    const opened = openDatabase(env.databaseUrl);
    return readEverything(opened).finally(() => opened.destroy());
  };
  const rows = await readRows();
  const whatIsWrong = [
    [`2 ${Buffer.alloc(32, 7).toString("base64")}\n`, /key 2, which is another one here/],
    [undefined, /key 2, which is missing here/],
    ["2 aGFsZg==\n", /secret\.keys is damaged/],
    ["", /secret\.keys holds no key/],
  ] as const;
  for (const [written, sentence] of whatIsWrong) {
    rmSync(file);
    if (written !== undefined) writeFileSync(file, written, { mode: 0o600 });
    await expect(startServer({ env, log })).rejects.toThrow(sentence);
    expect(existsSync(file) ? readFileSync(file, "utf8") : undefined).toBe(written);
    writeFileSync(file, rightFile, { mode: 0o600 });
  }
  expect(await readRows()).toBe(rows);
  await (await startServer({ env, log })).stop();
});

it("says how to go on when the demo's secret is damaged", async () => {
  const folder = await installation(true);
  writeFileSync(join(folder, "secret"), "");
  expect(() => readEnv({ STUDYDESK_DATA: folder }, "demo")).toThrow(/damaged\. Delete the folder/);
});

it("keeps the demo away from a real installation, also with --fresh", async () => {
  const folder = await installation(false);
  const env = readEnv({ PORT: "0", STUDYDESK_DATA: folder }, "demo");
  await expect(startServer({ env, log })).rejects.toThrow("does not touch");
  await expect(clearDemoData(env, true)).rejects.toThrow("does not touch");
  expect(existsSync(env.databaseUrl)).toBe(true);
});

it("throws the demo's data away when asked to, and half of them always", async () => {
  const folder = await installation(true);
  const env = readEnv({ STUDYDESK_DATA: folder }, "demo");
  expect(await clearDemoData(env, false)).toBe(false);
  expect(existsSync(env.databaseUrl)).toBe(true);
  expect(await clearDemoData(env, true)).toBe(true);
  expect(existsSync(env.databaseUrl)).toBe(false);

  const half = await installation(null);
  const halfEnv = readEnv({ STUDYDESK_DATA: half }, "demo");
  expect(await clearDemoData(halfEnv, true)).toBe(true);
  // Not known to be the demo's: left alone.
  expect(existsSync(halfEnv.databaseUrl)).toBe(true);
  writeFileSync(join(half, "demo-accounts.json"), "[]");
  expect(await clearDemoData(halfEnv, false)).toBe(true);
  expect(existsSync(halfEnv.databaseUrl)).toBe(false);
});

async function queueMail({ deps }: Awaited<ReturnType<typeof startTestServer>>): Promise<number> {
  const id = await buildMail(deps.db, { at: deps.now().toISOString() });
  deps.mailQueued();
  return id;
}

it("sends queued mail through the server that was named", async () => {
  const smtp = await startSmtpServer();
  onTestFinished(() => smtp.stop());
  const server = await startTestServer({ SMTP_URL: smtp.url, MAIL_FROM: "desk@example.org" });
  expect(server.deps.hasMailServer).toBe(true);
  await queueMail(server);
  await vi.waitFor(() => expect(smtp.received).toHaveLength(1), { timeout: 20_000 });
});

it("keeps mail when no mail server was named", async () => {
  const server = await startTestServer();
  expect(server.deps.hasMailServer).toBe(false);
  const id = await queueMail(server);
  expect((await ask(`${server.url}/readyz`)).status).toBe(200);
  expect(await findMail(server.deps.db, "all", id)).toMatchObject({
    status: "queued",
    attempts: 0,
    leasedBy: null,
  });
});
