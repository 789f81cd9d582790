// What a row of the trail says besides who, what and when: from what to what, why, and all the rest, each in words. What
// has none of its own is said by its name, so that nothing is hidden.
import { languageName } from "@studydesk/domain/leads/languages";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import { roleLabels } from "@studydesk/domain/people/viewer";
import type { AuditRow, People } from "./audit-words";

type Value = AuditRow["details"][string];

export interface DetailWords {
  /** "New → Contacting". */
  change: string | null;
  /** "Person asked". */
  why: string | null;
  /** "Attempt 12, by phone". */
  more: string | null;
}

export function detailWords({ details }: AuditRow, people: People): DetailWords {
  // Who did it says `by` already.
  const { from, to, reason: given, because = given, by: _, ...rest } = details;
  const say = (value: Value | undefined) => valueWords(value, people);
  const hasChange = from !== undefined || to !== undefined;
  const others = Object.entries(rest)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => partWords(name, value, say(value)))
    .filter((words) => words !== "");
  const more = others.join(", ");
  return {
    change: hasChange ? `${from === undefined ? "" : `${say(from)} `}→ ${say(to)}` : null,
    why: typeof because === "string" ? say(because) : null,
    more: more === "" ? null : more.charAt(0).toUpperCase() + more.slice(1),
  };
}

type Say = (said: string, value: Value) => string;

/** "1 session ended", "4 sessions ended", "no session ended". */
const count =
  (one: string, many: string): Say =>
  (said, value) =>
    value === 1 ? `1 ${one}` : `${value === 0 ? "no" : said} ${value === 0 ? one : many}`;
const either =
  (yes: string, no: string): Say =>
  (_, value) =>
    value === true || value === 1 ? yes : no;
const before =
  (words: string): Say =>
  (said) =>
    `${words} ${said}`;
const behind =
  (words: string): Say =>
  (said) =>
    `${said} ${words}`;

/** "Kept after closing, from then on: 12 months". */
const keptFor =
  (words: string): Say =>
  (said, value) =>
    `kept ${words}: ${said} ${value === 1 ? "month" : "months"}`;

const parts: Readonly<Record<string, Say>> = {
  again: either("once more", ""),
  at: before("at"),
  auditSequence: before("with the trail up to row"),
  byMail: either("by mail", "not by mail"),
  bytes: (_, value) => (typeof value === "number" ? sizeWords(value) : ""),
  channel: before("by"),
  closedFrom: keptFor("after closing, until then"),
  closedTo: keptFor("after closing, from then on"),
  changed: before("changed:"),
  columns: (_, value) => `columns: ${String(value).replaceAll(",", ", ")}`,
  consent: before("consent:"),
  consentedFrom: keptFor("after consent to the study, until then"),
  consentedTo: keptFor("after consent to the study, from then on"),
  consentOn: before("consent given on"),
  consentTextId: before("under consent text"),
  consentVersion: before("under consent text version"),
  criteriaChanged: either("with other criteria", "with the same criteria"),
  done: count("was changed", "were changed"),
  doNotContact: either("not to be contacted any more", "may be contacted again"),
  erased: count("person was erased", "people were erased"),
  expiresAt: before("open until"),
  failed: count("could not be erased", "could not be erased"),
  fields: before("fields:"),
  filters: before("narrowed by:"),
  firstLeadId: before("from lead"),
  form: before("as"),
  format: before("as"),
  found: count("person was due", "people were due"),
  fromChannel: before("until then by"),
  fromHours: before("until then at the hours"),
  fromSequence: before("goes on from row"),
  fromSha256: before("of the digest"),
  fromSiteId: before("until then of site"),
  fromStatus: before("until then"),
  holds: count("lead in hand was let go", "leads in hand were let go"),
  hours: before("at the hours"),
  invitations: count("invitation was withdrawn", "invitations were withdrawn"),
  isEncrypted: either("encrypted", "not encrypted"),
  isExcerpt: either("rows of some sites", "all of it, signed"),
  isSet: either("a number was set", "the number was taken away"),
  jobId: before("as part of job"),
  kept: count("was changed since and stayed", "were changed since and stayed"),
  kind: before("of the kind"),
  language: (_, value) => `in ${languageName(String(value))}`,
  lastLeadId: before("up to lead"),
  leadId: before("about lead"),
  leads: count("lead", "leads"),
  left: count("recovery code is left", "recovery codes are left"),
  locationId: before("at the registry’s place"),
  maxNotes: count("note at most", "notes at most"),
  maxViews: count("view at most", "views at most"),
  minutes: count("minute long", "minutes long"),
  model: before("by the model"),
  nctId: before("registered as"),
  newPerson: either("with a new account", "with an account from before"),
  number: before("number"),
  of: before("of job"),
  origin: before("made"),
  otherId: before("the other lead is"),
  ownerId: before("for"),
  picked: count("lead was picked", "leads were picked"),
  problem: before("what was wrong:"),
  promiseHours: behind("hours promised for an answer"),
  promiseHoursFrom: before("hours promised for an answer: until then"),
  promiseHoursTo: before("from then on"),
  proof: before("the sender was proved by"),
  questions: count("question", "questions"),
  received: count("note came in by then", "notes came in by then"),
  recordsFrom: before("records were kept until"),
  recordsKeptUntil: before("records are kept until"),
  recordsTo: before("records are kept until"),
  refused: count("was refused", "were refused"),
  replacedSequence: before("in place of a trail up to row"),
  replacedSha256: before("of the digest"),
  replaces: before("in place of alert"),
  requests: count("request for notes ended", "requests for notes ended"),
  role: (_, value) => `as ${(roleWords[String(value)] ?? String(value)).toLowerCase()}`,
  rows: count("row", "rows"),
  seed: before("from the seed"),
  sessions: count("session ended", "sessions ended"),
  sha256: before("of the digest"),
  shares: count("share ended", "shares ended"),
  signatures: count("signature", "signatures"),
  signatureSha256: before("the signature’s digest is"),
  source: before("by way of"),
  stayed: before("stayed as they are:"),
  studies: before("of the studies"),
  taken: before("taken over:"),
  task: before("the task was:"),
  timeZone: before("in the time zone"),
  toSiteId: before("from then on of site"),
  total: count("lead in all", "leads in all"),
  undoes: before("takes back job"),
  until: before("until"),
  views: count("view so far", "views so far"),
};

/** "criteriaVersion" → "criteria version", "leadId" → "lead". */
function nameWords(name: string): string {
  return name
    .replace(/Id$/, "")
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll("_", " ");
}

function partWords(name: string, value: Value, said: string): string {
  const say = Object.entries(parts).find(([known]) => known === name)?.[1];
  if (say) return say(said, value);
  // "email.from": what a fact of the lead was, as a digest or a closed word.
  const [field = name, end] = name.split(".");
  if (end === "from") return `${nameWords(field)} from ${said}`;
  if (end === "to") return `${nameWords(field)} to ${said}`;
  return `${nameWords(name)} ${said}`;
}

const roleWords: Readonly<Record<string, string>> = roleLabels;

function sizeWords(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}

const statuses: Readonly<Record<string, string>> = leadStatusLabels;
const reasons: Readonly<Record<string, string>> = statusReasonLabels;
const closedWords: Readonly<Record<string, string>> = {
  account_closed: "The account was closed",
  admin: "An admin ended it",
  command: "by command",
  csv: "a CSV file",
  duplicate: "The same person as another lead",
  html: "a page to read",
  json: "JSON",
  owner: "Its owner ended it",
  person: "by hand",
  registry: "the registry",
  schedule: "by the clock",
  study_page: "the study page",
  too_many_failures: "Too many wrong passcodes",
  xlsx: "a spreadsheet",
};

function valueWords(value: Value | undefined, people: People): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return value.toLocaleString("en");
  // Digests of what is not told, and of files: their beginning tells two apart.
  if (/^[0-9a-f]{32,64}$/.test(value)) return `${value.slice(0, 8)}…`;
  const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(value);
  if (moment) return `${moment[1]} ${moment[2]} UTC`;
  const known = people[value] ?? statuses[value] ?? reasons[value] ?? closedWords[value];
  return known ?? value.replaceAll("_", " ");
}
