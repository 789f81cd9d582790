// Words that stand in private notes alone, looked for wherever they must not be: nobody but their author finds one.
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deps } from "@studydesk/api/deps";
import { askEverything } from "@studydesk/api/testing/ask-everything";
import { buildDeps } from "@studydesk/api/testing/build-deps";
import { memoForTest, randomText, sealedForTest } from "@studydesk/api/testing/build-share";
import { hashLightly } from "@studydesk/api/testing/hash-lightly";
import { buildWorld } from "@studydesk/api/testing/who-may-what/build-world";
import { type Place, viewerKinds } from "@studydesk/api/testing/who-may-what/grid";
import {
  clearWord,
  findMarks,
  type MarkedNotes,
  mark,
  writeMarkedNote,
  writeMarkedNotes,
} from "@studydesk/api/testing/write-marked-notes";
import { sweepErased } from "@studydesk/db/dialect";
import { buildMail } from "@studydesk/db/testing/build-mail";
import { buildPerson } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { readEverything } from "@studydesk/db/testing/read-everything";
import { readStored } from "@studydesk/db/testing/read-stored";
import { leadColumnIds } from "@studydesk/domain/views/view-layout";
import { startSmtpServer } from "@studydesk/mail/testing/start-smtp-server";
import { sql } from "kysely";
import { expect, it, onTestFinished, vi } from "vitest";
import { openNoteKeyring } from "./note-key-file";
import { rotateNoteKeys } from "./rotate-note-keys";
import { ask, startTestServer, type TestServer } from "./testing/start-test-server";

const password = "correct horse battery staple 42";

function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-canary-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function expectAuthorToFindAll({ words, readAsAuthor }: MarkedNotes): Promise<void> {
  const own = await readAsAuthor();
  expect(words.filter((word) => !own.includes(word))).toEqual([]);
}

/** Gives what did not open. */
async function rotate({ db, now, keys }: Deps, file: string) {
  const parts = { db, now, file, fromSecret: keys.notes, onProgress: () => {} };
  return (await rotateNoteKeys(parts)).unopened;
}

/** The file, its log and a backup: with what was written in the clear, and without a mark. */
async function expectNothingInFiles(database: string): Promise<void> {
  const { file, log, backup } = await readStored(database);
  expect(log.length).toBeGreaterThan(0);
  expect([file, backup].map((bytes) => bytes.includes(clearWord))).toEqual([true, true]);
  expect([file, log, backup].flatMap(findMarks)).toEqual([]);
}

/** The copy beside the review, and of all the rest no word. */
async function expectInvestigatorsToReadCopy(
  world: Awaited<ReturnType<typeof buildWorld>>,
  leadId: number,
  { besideReview }: MarkedNotes,
): Promise<void> {
  for (const kind of viewerKinds) {
    const { reviews } = (await world.placeFor(kind)).caller;
    const page = await reviews.candidate({ leadId }).then(JSON.stringify, String);
    const read = besideReview.filter((word) => page.includes(word));
    expect(read, kind).toEqual(kind === "investigator" ? besideReview : []);
    const rest = besideReview.reduce((text, word) => text.replaceAll(word, ""), page);
    expect(findMarks(rest), kind).toEqual([]);
  }
}

/** What a stream of live events says; it ends with the server. */
async function listenTo(server: TestServer, cookie: string): Promise<() => string> {
  let heard = "";
  const url = `${server.url}/api/trpc/live.events?input=%7B%7D`;
  request(url, { headers: { cookie }, agent: false }, (stream) => {
    stream.setEncoding("utf8").on("data", (part) => {
      heard += part;
    });
  }).end();
  await vi.waitFor(() => expect(heard).toContain("connected"));
  return () => heard;
}

/** Posts as the pages do, signed in; each answer with its status. */
async function signIn(server: TestServer, email: string) {
  const headers = { "content-type": "application/json", origin: server.url };
  const post = (path: string, body: unknown, more: Record<string, string> = {}) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const length = String(Buffer.byteLength(text));
    const all = { ...headers, "content-length": length, ...more };
    return ask(`${server.url}${path}`, { method: "POST", headers: all, body: text });
  };
  const { status, headers: got } = await post("/api/auth/sign-in/email", { email, password });
  expect(status).toBe(200);
  const cookie = got["set-cookie"]?.[0]?.split(";")[0] ?? "";
  return {
    cookie,
    get: (path: string) => ask(`${server.url}${path}`, { headers: { cookie } }),
    post: (path: string, body: unknown) => post(path, body, { cookie }),
    call: (path: string, input: unknown) =>
      post(`/api/trpc/${path}?batch=1`, { 0: input }, { cookie }),
  };
}

it("stand in no file, log, mail or export, and in nobody else's answers", async () => {
  const smtp = await startSmtpServer();
  onTestFinished(() => smtp.stop());
  const folder = folderForTest();
  const server = await startTestServer({
    ...{ STUDYDESK_DATA: folder, SMTP_URL: smtp.url, MAIL_FROM: "desk@example.org" },
  });
  const { db, keys, noteKeys, live, mailQueued, jobQueued } = server.deps;
  // What is written is the same; nobody waits for the disk.
  await sql`pragma synchronous = off`.execute(db);
  const deps = buildDeps(db, { keys, noteKeys, live, mailQueued, jobQueued });
  const world = await buildWorld(deps);
  const { place } = await world.placeFor("admin");
  const { siteId, lead } = place;
  const passwordHash = await hashLightly(password);
  const signsIn = (email: string) => ({ siteId, email, passwordHash });
  const author = await buildPerson(db, { role: "coordinator", ...signsIn("kim@example.org") });
  await buildPerson(db, { role: "admin", ...signsIn("bo@example.org") });
  const marked = await writeMarkedNotes(deps, author, place);
  await sweepErased(db);
  await expectAuthorToFindAll(marked);

  const another = await buildPerson(db, { role: "coordinator", siteId });
  const prepare = (each: Place) => writeMarkedNote(deps, another, each);
  const answers = await askEverything(world, place, prepare);
  expect(answers.length).toBeGreaterThan(500);
  expect(answers.some(({ text }) => text.includes(clearWord))).toBe(true);
  expect(answers.filter(({ text }) => findMarks(text).length > 0)).toEqual([]);
  await expectInvestigatorsToReadCopy(world, lead.id, marked);

  // Whatever goes wrong with a note on its way is told in the log without a word of it.
  const home = { leadId: lead.id };
  const [word = ""] = marked.words;
  const kim = await signIn(server, "kim@example.org");
  const bo = await signIn(server, "bo@example.org");
  const listed = await kim.call("notes.list", home);
  expect(listed.body).toContain(word);
  // Nobody finds a lead by what another wrote about it.
  const search = marked.words.find((each) => each.startsWith(`${mark}later`)) ?? "";
  const leads = (by: typeof kim) => by.call("leads.list", { filters: { search } });
  expect((await leads(kim)).body).toContain("Amara");
  expect(await leads(bo)).toMatchObject({
    status: 200,
    body: expect.not.stringContaining("Amara"),
  });
  const heard = await listenTo(server, bo.cookie);
  const memo = { ...memoForTest, label: word };
  const done = [
    await kim.call("notes.write", { home, body: word, tags: [word] }),
    await bo.call("notes.saveDraft", { home, draft: { body: word, tags: [word] } }),
    await kim.call("shares.create", { ...sealedForTest(), home, memo }),
  ];
  expect(done.map(({ status }) => status)).toEqual([200, 200, 200]);
  const { id: noteId } = await db
    .selectFrom("notes")
    .select("id")
    .where("authorId", "=", author.userId)
    .where("leadId", "=", lead.id)
    .executeTakeFirstOrThrow();
  const edit = { noteId, body: word, expectedVersion: 77 };
  const refused = [
    await kim.call("notes.write", { home, body: `${word} `.repeat(2000) }),
    await kim.call("notes.write", { home, body: `${word}\u0000` }),
    await kim.call("notes.write", { home: { leadId: 999_999 }, body: word }),
    await kim.call("notes.edit", edit),
    await bo.call("notes.edit", edit),
    await kim.post("/api/trpc/notes.write?batch=1", `{"0":{"body":"${word}`),
    await ask(`${server.url}/api/trpc/notes.mine?input=${JSON.stringify({ search: word })}`),
    await ask(`${server.url}/${word}`),
  ];
  expect(refused.filter(({ status }) => status < 400)).toEqual([]);
  expect((await kim.call("notes.mine", { search: word })).status).toBe(200);

  for (const { post } of [kim, bo]) {
    const selection = { kind: "matching", filters: {} };
    const csv = { format: "csv", selection, columns: leadColumnIds };
    const exported = [
      await post("/api/leads/export", csv),
      await post("/api/fhir/export", {}),
      await post("/api/reports/screening-log", { scope: "assessed" }),
    ];
    expect(exported.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(exported[0]?.body).toContain("Amara");
    expect(exported.flatMap(({ body }) => findMarks(body))).toEqual([]);
  }
  const identified = await bo.post("/api/fhir/export", { form: "identified" });
  expect(identified.body).toContain("Amara");
  expect(findMarks(identified.body)).toEqual([]);

  const nctId = "NCT00004711";
  await sql`update studies set "nctId" = ${nctId} where id = ${place.studyId}`.execute(db);
  const paths = [
    ...[`/studies/${nctId}`, "/studies", "/desk", "/desk/notes", `/desk/leads/${lead.id}`],
    ...[`/n/${randomText(16)}`, `/r/${randomText(16)}`, "/readyz", "/metrics"],
  ];
  const pages = [];
  for (const path of paths) pages.push(await bo.get(path));
  expect(pages[0]).toMatchObject({ status: 200, body: expect.stringContaining(nctId) });
  expect(pages.flatMap(({ body }) => findMarks(body))).toEqual([]);

  await buildMail(db, { to: "last@example.org", at: server.deps.now().toISOString() });
  mailQueued();
  const sent = () => JSON.stringify(smtp.received);
  await vi.waitFor(() => expect(sent()).toContain("last@example.org"), { timeout: 20_000 });
  expect(findMarks(sent())).toEqual([]);
  expect(server.logged()).toContain("notes.write");
  expect(findMarks(server.logged())).toEqual([]);
  await vi.waitFor(() => expect(heard()).toContain('"share"'));
  expect(findMarks(heard())).toEqual([]);
  // Rows of events, audit and outbox among them.
  expect(findMarks(await readEverything(db))).toEqual([]);
  const database = join(folder, "studydesk.db");
  await expectNothingInFiles(database);

  expect(await rotate(deps, join(folder, "secret.keys"))).toEqual([]);
  await expectAuthorToFindAll(marked);
  expect(noteKeys.current().id).toBe("2");
  await expectNothingInFiles(database);
});

describeOnEveryEngine("marked words of notes", (openTestDatabase) => {
  it("stand in no row of any table, under the old key or the new one", async () => {
    const { db } = await openTestDatabase();
    const file = join(folderForTest(), "secret.keys");
    const { keys } = buildDeps(db);
    const deps = buildDeps(db, { noteKeys: openNoteKeyring(file, keys.notes) });
    const { place } = await (await buildWorld(deps)).placeFor("admin");
    const author = await buildPerson(db, { role: "coordinator", siteId: place.siteId });
    const marked = await writeMarkedNotes(deps, author, place);
    expect(await db.selectFrom("notes").selectAll().execute()).toHaveLength(50);
    const before = await readEverything(db);
    expect(before).toContain(clearWord);
    expect(findMarks(before)).toEqual([]);
    expect(findMarks(before.replace(clearWord, mark))).not.toEqual([]);
    expect(findMarks(Buffer.from(`a ${mark}`).toString("base64"))).not.toEqual([]);
    await expectAuthorToFindAll(marked);
    expect(await rotate(deps, file)).toEqual([]);
    expect(findMarks(await readEverything(db))).toEqual([]);
    await expectAuthorToFindAll(marked);
  });
});
