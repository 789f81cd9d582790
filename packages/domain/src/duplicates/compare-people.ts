// Whether two leads of one study site may be one person: what speaks for it, and how strongly. A name alone
// never does. A family that shares a telephone or an address is offered as one, and never taken for sure.
import { nameLikeness, type PersonName } from "./name-likeness";
import { type PersonPhone, phoneLikeness } from "./phone-likeness";

export const duplicateReasons = [
  "same_email",
  "same_phone",
  "same_name",
  "like_name",
  "same_birth_year",
  "same_mailbox",
  "like_phone",
  "maybe_family",
] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

export const duplicateReasonWords: Readonly<Record<DuplicateReason, string>> = {
  same_email: "same e-mail address",
  same_phone: "same phone number",
  same_name: "same name",
  like_name: "similar name",
  same_birth_year: "born in the same year",
  same_mailbox: "same address at another provider",
  like_phone: "phone number one digit apart",
  maybe_family: "may be a family",
};

export interface PersonToCompare extends PersonName, PersonPhone {
  readonly emailFolded: string;
  readonly birthYear: number | null;
}

export interface Likeness {
  readonly reasons: readonly DuplicateReason[];
  /** 1 to 100: in which order pairs are offered. */
  readonly strength: number;
}

/** Nobody's own: half an office writes from these. */
const sharedMailboxes: readonly string[] = [
  ...["info", "mail", "email", "contact", "kontakt", "office", "admin", "home", "family", "test"],
];
const shortestMailbox = 4;

/** Undefined: nothing that would be worth anybody's time. */
export function comparePeople(one: PersonToCompare, other: PersonToCompare): Likeness | undefined {
  const name = nameLikeness(one, other);
  const phone = phoneLikeness(one, other);
  const year = yearLikeness(one, other);
  const isSameEmail = one.emailFolded !== "" && one.emailFolded === other.emailFolded;
  const mailbox = mailboxOf(one.emailFolded);
  const isSameMailbox =
    !isSameEmail && mailbox !== undefined && mailbox === mailboxOf(other.emailFolded);
  const isNamed = name !== "different";
  const isReached = isSameEmail || phone === "same";
  const mayBeFamily = isReached && (!isNamed || year === "different");
  if (!isReached && (!isNamed || year === "different")) return undefined;
  const strengths = [
    ...(isReached ? [contactStrength(isSameEmail, phone === "same", isNamed)] : []),
    ...(isNamed && year === "same" ? [name === "same" ? 80 : 55] : []),
    ...(isNamed && isSameMailbox ? [name === "same" ? 80 : 70] : []),
    ...(isNamed && phone === "like" ? [name === "same" ? 75 : 65] : []),
  ];
  if (strengths.length === 0) return undefined;
  const more = isNamed && year === "same" && strengths.length > 1 ? 5 : 0;
  const strength = Math.min(99, Math.max(...strengths) + more);
  return {
    strength: mayBeFamily ? Math.min(strength, isNamed ? 35 : strength) : strength,
    reasons: [
      ...(isSameEmail ? ["same_email" as const] : []),
      ...(phone === "same" ? ["same_phone" as const] : []),
      ...(name === "same" ? ["same_name" as const] : []),
      ...(name === "like" ? ["like_name" as const] : []),
      ...(year === "same" ? ["same_birth_year" as const] : []),
      ...(isSameMailbox ? ["same_mailbox" as const] : []),
      ...(phone === "like" ? ["like_phone" as const] : []),
      ...(mayBeFamily ? ["maybe_family" as const] : []),
    ],
  };
}

function contactStrength(isSameEmail: boolean, isSamePhone: boolean, isNamed: boolean): number {
  if (isSameEmail && isSamePhone) return isNamed ? 98 : 50;
  if (isSameEmail) return isNamed ? 95 : 40;
  return isNamed ? 90 : 30;
}

function yearLikeness(one: PersonToCompare, other: PersonToCompare) {
  if (one.birthYear === null || other.birthYear === null) return "unknown";
  return one.birthYear === other.birthYear ? "same" : "different";
}

/** What stands before the @, where it is somebody's own. */
export function mailboxOf(emailFolded: string): string | undefined {
  const mailbox = emailFolded.slice(0, Math.max(0, emailFolded.lastIndexOf("@")));
  if (mailbox.length < shortestMailbox || sharedMailboxes.includes(mailbox)) return undefined;
  return mailbox;
}
