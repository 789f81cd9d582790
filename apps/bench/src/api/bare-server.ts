// Comparison (c): node:http and prepared statements, nothing else. No accounts, no rules, no record of who
// did what. Started as a process of its own: `bare-server.ts <database file>`.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { leadColumns, leadTables, matchText, openPlainDatabase } from "./plain-database";
import { type NewPlainLead, type StoredLead, toPlainRow } from "./plain-lead";
import { tellPort } from "./tell-port";

const db = openPlainDatabase(process.argv[2] ?? "");
const newestFirst = "order by leads.createdAt desc, leads.id desc limit 50";
const select = `select ${leadColumns} from ${leadTables}`;
const list = db.prepare<[], StoredLead>(`${select} ${newestFirst}`);
const listAfter = db.prepare<[string, number], StoredLead>(
  `${select} where (leads.createdAt, leads.id) < (?, ?) ${newestFirst}`,
);
const filter = db.prepare<[number, string], StoredLead>(
  `${select} where studyId = ? and status = ? ${newestFirst}`,
);
const search = db.prepare<[string], StoredLead>(
  `${select} where leads.id in (select rowid from leadSearch where leadSearch match ?) ${newestFirst}`,
);
const find = db.prepare<[number], StoredLead>(`${select} where leads.id = ?`);
const counters = db.prepare<[], { name: string; value: number }>(
  "select name, value from counters",
);
const count = db.prepare<[number, string]>("update counters set value = value + ? where name = ?");
const addLead = db.prepare<
  (string | number)[]
>(`insert into leads (studyId, siteId, status, statusSince, source,
  firstName, lastName, sortName, email, emailFolded, phone, phoneTyped, timeZone, createdAt)
  values (?, ?, 'new', ?, 'phone_call', ?, ?, ?, ?, ?, ?, ?, 'UTC', ?)`);
const addSubmission = db.prepare<(string | number)[]>(
  "insert into submissions (leadId, receivedAt, firstName, lastName, email, phone) values (?, ?, ?, ?, ?, ?)",
);
const addToSearch = db.prepare<(string | number)[]>(
  "insert into leadSearch (rowid, text) values (?, ?)",
);
const move = db.prepare<(string | number)[]>(
  "update leads set status = ?, statusReason = ?, statusSince = ?, version = version + 1 where id = ? and version = ?",
);

const create = db.transaction((lead: NewPlainLead): StoredLead | undefined => {
  const at = new Date().toISOString();
  const { firstName, lastName, email, phone } = lead;
  const sortName = `${lastName} ${firstName}`.toLowerCase();
  const { lastInsertRowid } = addLead.run(
    ...[1, 1, at, firstName, lastName, sortName, email, email.toLowerCase(), phone, phone, at],
  );
  const id = Number(lastInsertRowid);
  addSubmission.run(id, at, firstName, lastName, email, phone);
  addToSearch.run(id, `${sortName}\n${email.toLowerCase()}\n${phone}`);
  for (const name of ["all", "inbox", "open"]) count.run(1, name);
  return find.get(id);
});

interface Move {
  id: number;
  to: string;
  reason: string;
  expectedVersion: number;
}

const changeStatus = db.transaction((change: Move): StoredLead | undefined => {
  const { id, to, reason, expectedVersion } = change;
  const { changes } = move.run(to, reason, new Date().toISOString(), id, expectedVersion);
  if (changes === 0) return undefined;
  count.run(to === "pre_screening" ? 1 : -1, "open");
  count.run(to === "pre_screening" ? 1 : -1, "pre_screening");
  count.run(to === "declined" ? 1 : -1, "declined");
  return find.get(id);
});

const server = createServer((req, res) => {
  if (req.method === "POST") return void receive(req, res);
  const { pathname, searchParams } = new URL(req.url ?? "/", "http://127.0.0.1");
  const given = (name: string) => searchParams.get(name) ?? "";
  if (pathname === "/leads") answer(res, rows(list.all()));
  else if (pathname === "/leads/after") {
    answer(res, rows(listAfter.all(given("createdAt"), Number(given("id")))));
  } else if (pathname === "/leads/filter") {
    answer(res, rows(filter.all(Number(given("studyId")), given("status"))));
  } else if (pathname === "/leads/search") {
    answer(res, rows(search.all(matchText(given("words")))));
  } else if (pathname === "/counts") {
    answer(res, Object.fromEntries(counters.all().map(({ name, value }) => [name, value])));
  } else if (pathname.startsWith("/leads/")) answer(res, row(find.get(Number(pathname.slice(7)))));
  else answer(res, undefined);
});

async function receive(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  const sent = JSON.parse(Buffer.concat(chunks).toString());
  answer(res, row(req.url === "/leads" ? create.immediate(sent) : changeStatus.immediate(sent)));
}

function rows(found: StoredLead[]) {
  const now = Date.now();
  return { rows: found.map((stored) => toPlainRow(stored, now)) };
}

function row(found: StoredLead | undefined) {
  return found && toPlainRow(found, Date.now());
}

function answer(res: ServerResponse, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value ?? { error: "not found" }));
  res.writeHead(value === undefined ? 404 : 200, {
    "content-type": "application/json",
    "content-length": body.length,
  });
  res.end(body);
}

tellPort(server);
