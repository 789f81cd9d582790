import { randomBytes } from "node:crypto";
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openNoteKeyring, readNoteKeyFile, writeNoteKeyFile } from "./note-key-file";

const fromSecret = randomBytes(32);
const first = { id: "1", key: fromSecret };
const second = { id: "2", key: randomBytes(32) };

function folderForTest() {
  const folder = mkdtempSync(join(tmpdir(), "studydesk-keys-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, file: join(folder, "secret.keys") };
}

it("holds keys that come back as they were written, for the owner's eyes alone", () => {
  const { folder, file } = folderForTest();
  expect(readNoteKeyFile(file, fromSecret)).toEqual([first]);
  writeNoteKeyFile(file, [first, second], fromSecret);
  expect(readNoteKeyFile(file, fromSecret)).toEqual([first, second]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["secret.keys"]);
  // What comes with the secret is written nowhere else.
  expect(readFileSync(file, "utf8")).not.toContain(fromSecret.toString("base64"));
  // Cut short before: what lies beside it is in nobody's way.
  writeFileSync(`${file}.new`, "half");
  writeNoteKeyFile(file, [second], fromSecret);
  expect(readNoteKeyFile(file, fromSecret)).toEqual([second]);
});

it.each([
  ["nothing", "# only this\n"],
  ["a short key", "2 c2hvcnQ=\n"],
  ["a word for another key than the first", "2 secret\n"],
  ["no id", `${second.key.toString("base64")}\n`],
  ["the same id twice", `1 secret\n1 ${second.key.toString("base64")}\n`],
])("is refused with a sentence when it holds %s", (_what, text) => {
  const { file } = folderForTest();
  writeFileSync(file, text, { mode: 0o600 });
  const refusal = () => readNoteKeyFile(file, fromSecret);
  expect(refusal).toThrow(/^The key file .+ Put a copy of it back/);
  expect(refusal).not.toThrow(second.key.toString("base64"));
});

it("is refused when everybody on the machine may read it", () => {
  const { file } = folderForTest();
  writeNoteKeyFile(file, [second], fromSecret);
  chmodSync(file, 0o604);
  expect(() => readNoteKeyFile(file, fromSecret)).toThrow("chmod 600");
});

it("is followed by a running server, which forgets no key and takes no other under the same id", () => {
  const { file } = folderForTest();
  const keys = openNoteKeyring(file, fromSecret);
  expect(keys.current()).toEqual(first);
  expect(keys.find("2")).toBeUndefined();
  writeNoteKeyFile(file, [first, second], fromSecret);
  expect(keys.find("2")).toEqual(second);
  expect(keys.current()).toEqual(second);
  writeNoteKeyFile(file, [second], fromSecret);
  expect(keys.current()).toEqual(second);
  expect(keys.find("1")).toEqual(first);
  writeFileSync(file, "damaged");
  expect(keys.current()).toEqual(second);
  writeNoteKeyFile(file, [{ id: "2", key: randomBytes(32) }], fromSecret);
  expect(keys.current()).toEqual(second);
  rmSync(file);
  expect(keys.current()).toEqual(second);
});

it("is written where a link leads, which a copy of it is made from", () => {
  const { file } = folderForTest();
  const { file: elsewhere } = folderForTest();
  writeNoteKeyFile(elsewhere, [first], fromSecret);
  symlinkSync(elsewhere, file);
  writeNoteKeyFile(file, [first, second], fromSecret);
  expect(lstatSync(file).isSymbolicLink()).toBe(true);
  expect(readNoteKeyFile(elsewhere, fromSecret)).toEqual([first, second]);
});
