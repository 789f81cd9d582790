// Checks an exported audit trail with nothing but Node 24: a second reading of the format in audit.md, without a line
// of Studydesk. Ends with code 1 at the first row that does not hold.
//   node verify-audit.mjs audit.jsonl [heads.jsonl]      the second file: ends that were kept outside
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";

const [file, headsFile] = process.argv.slice(2);
const sha256 = (text) => createHash("sha256").update(text).digest("hex");
const spki = Buffer.from("302a300506032b6570032100", "hex");
const [keys, announced, kept, whole] = [new Map(), new Set(), new Map(), createHash("sha256")];
let last = { sequence: 0, sha256: "0".repeat(64) };
let [heads, end, rest, isFirst] = [0, undefined, "", true];

function must(holds, what) {
  if (holds) return;
  process.stderr.write(`${what}; the last row that holds: ${last.sequence}\n`);
  process.exit(1);
}

function isSigned({ keyId, signature }, text) {
  const bytes = Buffer.from(signature, "base64");
  if (bytes.toString("base64") !== signature || !keys.has(keyId)) return false;
  return verify(null, Buffer.from(text), keys.get(keyId), bytes);
}

function takeRow(row) {
  must(row.sequence === last.sequence + 1, "A row is missing or out of its place");
  must(row.previousSha256 === last.sha256, "A row does not follow from the one before it");
  const details = Object.entries(row.details).sort(([a], [b]) => (a < b ? -1 : 1));
  const fields = [row.previousSha256, row.sequence, row.at, row.actorId, row.action, row.subject];
  fields.push(row.subjectId, row.siteId, details, ...(row.network === null ? [] : [row.network]));
  must(sha256(JSON.stringify(fields)) === row.sha256, "A row was changed");
  must((kept.get(row.sequence) ?? row.sha256) === row.sha256, "A row is not the one kept outside");
  if (row.action === "audit.key_added") announced.add(row.details.keyId);
  last = row;
}

function takeHead(head) {
  must(head.sequence === last.sequence && head.sha256 === last.sha256, "A signature is misplaced");
  const text = `studydesk-audit-head-1\n${head.sequence}\n${head.sha256}\n`;
  must(announced.has(head.keyId) && isSigned(head, text), "A signature is forged");
  heads += 1;
}

function takeKey({ id, publicKey }) {
  const key = Buffer.concat([spki, Buffer.from(publicKey, "base64")]);
  must(key.length === 44 && sha256(key.subarray(12)).slice(0, 16) === id, "A key was swapped");
  keys.set(id, createPublicKey({ key, format: "der", type: "spki" }));
}

function take(line) {
  const read = JSON.parse(line);
  must(
    JSON.stringify(read) === line && !end,
    "A line is not in its one spelling, or behind the end",
  );
  must(isFirst === "studydeskAudit" in read, "The file does not begin as an audit trail does");
  if (read.end) end = { ...read.end, isRight: read.end.sha256 === whole.digest("hex") };
  else whole.update(`${line}\n`);
  if (isFirst) must(read.studydeskAudit === 1 && !read.excerpt, "This is no whole audit trail");
  if (read.key) takeKey(read.key);
  if (read.row) takeRow(read.row);
  if (read.head) takeHead(read.head);
  isFirst = false;
}
for (const line of headsFile ? readFileSync(headsFile, "utf8").trim().split("\n") : []) {
  const { sequence, sha256 } = JSON.parse(line);
  if (!kept.has(sequence)) kept.set(sequence, sha256);
}
for await (const piece of createReadStream(file, "utf8")) {
  const lines = (rest + piece).split("\n");
  rest = lines.pop();
  for (const line of lines) take(line);
}
must(end?.rows === last.sequence && end.heads === heads && rest === "", "The end was cut off");
const isSealed = end.isRight && isSigned(end, `studydesk-audit-export-1\n${end.sha256}\n`);
must(isSealed, "The file was changed, or somebody else put it together");
must(Math.max(0, ...kept.keys()) <= end.rows, "Rows that were kept outside are missing");
process.stdout.write(`Holds: ${end.rows} rows, ${heads} signatures by ${[...announced]}\n`);
