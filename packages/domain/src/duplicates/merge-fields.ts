// What of two leads goes on in one: which of them, which value of each field, and what nobody chooses
// because it is a person's own word or the law.

import { mayErase } from "../leads/erasure";
import type { LeadStatus } from "../leads/lead-status";
import { openLeadStatuses } from "../leads/lead-status";
import type { LeadRecordForMerge } from "./lead-for-merge";

export const mergeFields = [
  "name",
  "email",
  "phone",
  "birthYear",
  "language",
  "timeZone",
  "status",
  "owner",
  "followUp",
  "source",
  "preference",
] as const;
export type MergeField = (typeof mergeFields)[number];

export const mergeFieldLabels: Readonly<Record<MergeField, string>> = {
  name: "Name",
  email: "E-mail",
  phone: "Phone",
  birthYear: "Born in",
  language: "Language",
  timeZone: "Time zone",
  status: "Status",
  owner: "Owner",
  followUp: "Follow-up",
  source: "Source",
  preference: "Wishes about contact",
};

/** Columns that mean something only together. */
export const columnsOfMergeField = {
  name: ["firstName", "lastName", "sortName"],
  email: ["email", "emailFolded"],
  phone: ["phone", "phoneTyped"],
  birthYear: ["birthYear"],
  language: ["language"],
  timeZone: ["timeZone"],
  status: [
    ...([
      "status",
      "statusSince",
      "statusReason",
      "criterionId",
      "reviewId",
      "screenedAt",
    ] as const),
    ...(["eligibleAt", "decidedAt", "visitHeldAt", "studyConsentOn"] as const),
    ...(["consentFormVersion", "screeningNumber", "enrolledAt"] as const),
  ],
  owner: ["ownerId"],
  followUp: ["followUpAt", "followUpNote"],
  source: ["source"],
  preference: ["contactChannel", "contactHours"],
} as const satisfies Readonly<Record<MergeField, readonly (keyof LeadRecordForMerge)[]>>;

/** How far along its life; what is not here is further than triage. */
const ranks: Readonly<Partial<Record<LeadStatus, number>>> = {
  invalid: 0,
  new: 1,
  declined: 2,
  could_not_reach: 2,
  contacting: 3,
  pre_screening: 4,
  pre_screen_failure: 4,
};

function rankOf({ status }: { readonly status: LeadStatus }): number {
  return ranks[status] ?? 5;
}

/** The one further along, else the older. */
export function proposeKept<Lead extends LeadRecordForMerge>(one: Lead, other: Lead): Lead {
  const apart = rankOf(one) - rankOf(other);
  if (apart !== 0) return apart > 0 ? one : other;
  if (one.createdAt !== other.createdAt) return one.createdAt < other.createdAt ? one : other;
  return one.id < other.id ? one : other;
}

export function isSameInBoth(
  field: MergeField,
  kept: LeadRecordForMerge,
  other: LeadRecordForMerge,
): boolean {
  // When a status began differs always; what it is counts.
  if (field === "status") return kept.status === other.status;
  return columnsOfMergeField[field].every((column) => kept[column] === other[column]);
}

/** What the kept lead lacks and the other one has. */
export function proposeTaken(kept: LeadRecordForMerge, other: LeadRecordForMerge): MergeField[] {
  return mergeFields.filter(
    (field) =>
      mustTake(kept, other).includes(field) ||
      (!isSameInBoth(field, kept, other) &&
        columnsOfMergeField[field].every((column) => isNothing(kept[column])) &&
        (field !== "followUp" || openLeadStatuses.includes(kept.status))),
  );
}

function isNothing(value: string | number | boolean | null): boolean {
  return value === null || value === "";
}

/** Fields that come from the other lead, whatever anybody would like. */
export function mustTake(kept: LeadRecordForMerge, other: LeadRecordForMerge): MergeField[] {
  const isOverruled =
    !mayErase(other) ||
    (withdrawalThatStands(kept, other) !== null &&
      kept.consentWithdrawnAt === null &&
      openLeadStatuses.includes(kept.status));
  return isOverruled ? ["status"] : [];
}

/** Fields that stay the kept lead's. */
export function mustKeep(kept: LeadRecordForMerge, other: LeadRecordForMerge): MergeField[] {
  const isFixed =
    !mayErase(kept) ||
    (withdrawalThatStands(kept, other) !== null &&
      other.consentWithdrawnAt === null &&
      openLeadStatuses.includes(other.status));
  return isFixed ? ["status"] : [];
}

/** The person took back the consent, and gave none after that on the other lead. */
export function withdrawalThatStands(
  one: LeadRecordForMerge,
  other: LeadRecordForMerge,
): string | null {
  const times = [one.consentWithdrawnAt, other.consentWithdrawnAt].filter((at) => at !== null);
  const last = times.toSorted().at(-1);
  if (last === undefined) return null;
  const given = [one, other].flatMap(({ consentGivenAt }) => consentGivenAt ?? []);
  return given.some((at) => at > last) ? null : last;
}

/** Both have begun to take part in the study: two sets of records that the law keeps are not made one. */
export function mayMerge(one: LeadRecordForMerge, other: LeadRecordForMerge): boolean {
  return mayErase(one) || mayErase(other);
}
