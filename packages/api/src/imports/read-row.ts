// One row of a file as the lead that it would become, or why it becomes none. What a person wrote is kept;
// what cannot be understood and is not needed is left out, and remarked on.
import { looksLikeFormula, restoreCell } from "@studydesk/domain/imports/defuse-cell";
import {
  foldWord,
  guessStatus,
  readSource,
  readStatusReason,
  readYesOrNo,
} from "@studydesk/domain/imports/guess-status";
import type { ImportPlan } from "@studydesk/domain/imports/import-plan";
import { readDate } from "@studydesk/domain/imports/read-date";
import type { RowField, RowProblem, RowRemark } from "@studydesk/domain/imports/row-problems";
import { isEmail, longestEmail } from "@studydesk/domain/leads/email-form";
import { foldEmail } from "@studydesk/domain/leads/fold-email";
import { readLanguage } from "@studydesk/domain/leads/languages";
import type { LeadStatus } from "@studydesk/domain/leads/lead-status";
import {
  characterCount,
  cleanLine,
  cleanParagraphs,
  hasVisibleText,
} from "@studydesk/domain/leads/typed-text";
import { readBirthYear } from "@studydesk/domain/submissions/submission-rules";
import { readPhoneNumber } from "../contact/phone-number";
import { timeZoneOfPhone } from "../contact/time-zone-of-phone";
import type { LeadToBring } from "../leads/insert-lead";
import type { TableRow } from "./read-table";

export interface RowContext {
  plan: ImportPlan;
  site: { timeZone: string; countryCode: string };
  /** Who may own a lead here, by folded e-mail. */
  owners: ReadonlyMap<string, string>;
  now: Date;
}

/** What a row says about a person, ready to be kept. */
export interface RowLead
  extends Omit<
    LeadToBring,
    "studyId" | "siteId" | "consent" | "activity" | "importId" | "importRow"
  > {
  row: number;
  note: string | null;
  consentAt: string;
}

export type ReadRow =
  | { ok: true; lead: RowLead; remarks: RowRemark[] }
  | { ok: false; problem: RowProblem; emailFolded: string; statusWord?: string };

const longest: readonly (readonly [RowField, number])[] = [
  ["first_name", 100],
  ["last_name", 100],
  ["name", 200],
  ["email", longestEmail],
  ["phone", 50],
  ["message", 5_000],
  ["note", 2_000],
];

/** Reads rows of one file. */
export function createRowReader({ plan, site, owners, now }: RowContext) {
  const positions = new Map(
    plan.columns.flatMap((field, index) => (field ? [[field, index] as const] : [])),
  );
  const zones = new Map<string | null, string>();
  const declaredAt = readDate(plan.consent.on, plan.dateOrder, site.timeZone) ?? now.toISOString();

  const zoneOf = (countryCode: string | null) => {
    const known = zones.get(countryCode) ?? timeZoneOfPhone(countryCode, site.timeZone);
    zones.set(countryCode, known);
    return known;
  };

  function read(row: TableRow): ReadRow {
    const raw = (field: RowField) => restoreCell(row.cells[positions.get(field) ?? -1] ?? "");
    const line = (field: RowField) => cleanLine(raw(field));
    const email = line("email");
    const emailFolded = isEmail(email) ? foldEmail(email) : "";
    const refuse = (problem: RowProblem, statusWord?: string): ReadRow => ({
      ...{ ok: false, problem, emailFolded },
      ...(statusWord === undefined ? {} : { statusWord }),
    });
    if (row.fault) return refuse({ reason: row.fault });
    const remarks: RowRemark[] = [];

    const tooLong = longest.find(([field, most]) => isLongerThan(raw(field), most));
    if (tooLong) return refuse({ reason: "too_long", field: tooLong[0] });
    const names = readNames(line("first_name"), line("last_name"), line("name"));
    if (!names) return refuse({ reason: "no_name" });
    const phoneTyped = line("phone");
    if (email !== "" && emailFolded === "") return refuse({ reason: "not_an_email" });
    const phone = readPhoneNumber(phoneTyped, site.countryCode);
    const hasNumber = phone.e164 !== null || (phoneTyped.match(/\p{Nd}/gu)?.length ?? 0) >= 5;
    if (email === "" && !hasNumber) return refuse({ reason: "no_way_to_reach" });
    if (phoneTyped !== "" && phone.e164 === null) remarks.push("phone_unread");

    const arrived = readArrival(line("created_at"));
    if (typeof arrived === "object") return refuse(arrived);
    const consentAt = readConsent(line("consent"), arrived);
    if (typeof consentAt === "object") return refuse(consentAt);

    const statusWord = line("status");
    const status = readStatus(statusWord);
    if (!status) return refuse({ reason: "status_unknown" }, statusWord.slice(0, 100));

    const language = line("language");
    const tag = language === "" ? undefined : readLanguage(language);
    if (language !== "" && tag === undefined) remarks.push("language_unknown");
    const birth = line("birth_year");
    const birthYear = birth === "" ? undefined : readYear(birth);
    if (birth !== "" && birthYear === undefined) remarks.push("birth_year_unread");
    const ownerMail = line("owner");
    const ownerId = owners.get(foldEmail(ownerMail)) ?? null;
    if (ownerMail !== "" && ownerId === null) remarks.push("owner_unknown");
    const sourceWord = line("source");
    const source = sourceWord === "" ? plan.source : readSource(sourceWord);
    if (source === undefined) remarks.push("source_unknown");
    const message = cleanParagraphs(raw("message"));
    const note = cleanParagraphs(raw("note"));
    const texts = [names.firstName, names.lastName, message, note];
    if (texts.some(looksLikeFormula)) remarks.push("looks_like_formula");
    if (row.cells.some((cell) => cell.includes("\ufffd"))) remarks.push("letters_lost");

    return {
      ok: true,
      remarks,
      lead: {
        row: row.row,
        ...names,
        ...{ email, emailFolded, phone: phone.e164, phoneTyped },
        timeZone: zoneOf(phone.countryCode),
        language: tag ?? null,
        birthYear: birthYear ?? null,
        message: hasVisibleText(message) ? message : null,
        note: hasVisibleText(note) ? note : null,
        createdAt: arrived ?? now.toISOString(),
        consentAt,
        status,
        statusReason: readStatusReason(status, line("status_reason")),
        ownerId,
        source: source ?? "import",
      },
    };
  }

  /** Undefined: the row does not say. */
  function readArrival(text: string): string | undefined | RowProblem {
    if (text === "") return undefined;
    const at = readDate(text, plan.dateOrder, site.timeZone);
    if (at === undefined) return { reason: "date_unclear", field: "created_at" };
    // Noon of today may still be to come.
    if (Date.parse(at) > now.getTime() + 24 * 3_600_000) {
      return { reason: "date_ahead", field: "created_at" };
    }
    return new Date(Math.min(Date.parse(at), now.getTime())).toISOString();
  }

  function readConsent(text: string, arrived: string | undefined): string | RowProblem {
    if (plan.consent.kind === "declared") return declaredAt;
    if (text === "") return { reason: "no_consent" };
    const said = readYesOrNo(text);
    if (said === false) return { reason: "no_consent" };
    if (said) return arrived ?? declaredAt;
    const at = readDate(text, plan.dateOrder, site.timeZone);
    if (at === undefined) return { reason: "consent_unclear" };
    const ahead = Date.parse(at) > now.getTime() + 24 * 3_600_000;
    return ahead ? { reason: "date_ahead", field: "consent" } : at;
  }

  function readStatus(word: string): LeadStatus | undefined {
    if (word === "") return "new";
    return plan.statuses[foldWord(word)] ?? guessStatus(word);
  }

  /** Of a whole date of birth only the year is kept. */
  function readYear(text: string): number | undefined {
    const date = readDate(text, plan.dateOrder, "UTC");
    return readBirthYear(date?.slice(0, 4) ?? text, now);
  }

  return read;
}

function isLongerThan(text: string, most: number): boolean {
  // Few texts are long enough to be counted by letter.
  return text.length > most && characterCount(text.trim()) > most;
}

/** Undefined where nothing of a name can be seen. */
function readNames(
  first: string,
  last: string,
  whole: string,
): { firstName: string; lastName: string } | undefined {
  const names = hasVisibleText(first) || hasVisibleText(last) ? { first, last } : partName(whole);
  if (!hasVisibleText(names.first) && !hasVisibleText(names.last)) return undefined;
  return { firstName: names.first, lastName: names.last };
}

/** "Voss, Amara" and "Amara Voss"; where nothing parts a name it stays whole. */
function partName(whole: string): { first: string; last: string } {
  const [before = "", after] = whole.split(/\s*[,，]\s*/u, 2);
  if (after !== undefined) return { first: after, last: before };
  const cut = whole.lastIndexOf(" ");
  return cut === -1
    ? { first: whole, last: "" }
    : { first: whole.slice(0, cut), last: whole.slice(cut + 1) };
}
