// A lead as FHIR R5 tells of a subject: where it is, and what it has come to. The de-identified form holds
// a pseudonym, closed words and years; the identified one adds days, the screening number and the person.
import type { Identifier, Patient, ResearchSubject, ResearchSubjectProgress } from "fhir/r5";
import type { LeadStatus } from "../leads/lead-status";
import { isoInZone } from "../leads/local-day";
import { type StatusReason, statusReasonLabels } from "../leads/status-reasons";
import { subjectStateSystem, subjectStates } from "./subject-state";

export interface SubjectFacts {
  readonly status: LeadStatus;
  readonly statusSince: string;
  readonly statusReason: StatusReason | null;
  /** "E2": the criterion that failed. */
  readonly criterionLabel: string | null;
  readonly createdAt: string;
  readonly screenedAt: string | null;
  /** An ISO day. */
  readonly studyConsentOn: string | null;
  readonly screeningNumber: string | null;
  readonly siteName: string;
  /** IANA zone of the site, whose days are told. */
  readonly siteTimeZone: string;
  readonly erasedAt: string | null;
}

export interface PersonFacts {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly birthYear: number | null;
}

/** Names within the bundle: UUIDs. `patient` is there where the person is told of. */
export interface SubjectNames {
  readonly subject: string;
  readonly study: string;
  readonly patient?: string | undefined;
}

/** Undefined: such a lead is no subject. */
export function toResearchSubject(
  lead: SubjectFacts,
  names: SubjectNames,
  form: { readonly isIdentified: boolean },
): ResearchSubject | undefined {
  const state = subjectStates[lead.status];
  if (state === null) return undefined;
  const when = form.isIdentified ? isoInZone : yearInZone;
  const told = (at: string) => when(lead.siteTimeZone, at);
  const reason = reasonOf(lead);
  const { patient, subject } = names;
  const pseudonym = { system: "urn:ietf:rfc:3986", value: `urn:uuid:${subject}` };
  const number = form.isIdentified && lead.erasedAt === null ? lead.screeningNumber : null;
  return {
    resourceType: "ResearchSubject",
    id: subject,
    identifier: [pseudonym, ...(number === null ? [] : [numberAt(lead.siteName, number)])],
    // Of this record; the subject's own state is the first of what follows.
    status: "active",
    progress: [
      {
        type: stateType("Enrollment", "Enrollment status"),
        subjectState: { coding: [{ system: subjectStateSystem, code: state }] },
        ...(reason ? { reason: { text: reason } } : {}),
        startDate: told(lead.statusSince),
      },
      milestone("SignedUp", "Signed up", told(lead.createdAt)),
      ...(lead.screenedAt ? [milestone("Screened", "Screened", told(lead.screenedAt))] : []),
    ],
    ...periodOf(lead, form, told),
    study: { reference: `urn:uuid:${names.study}`, type: "ResearchStudy" },
    subject: patient
      ? { reference: `urn:uuid:${patient}`, type: "Patient" }
      : { identifier: pseudonym, type: "Patient" },
  };
}

/** Only the identified form has this. */
export function toPatient(person: PersonFacts, id: string): Patient {
  const { firstName, lastName, email, phone, language, birthYear } = person;
  const name = {
    ...(lastName ? { family: lastName } : {}),
    ...(firstName ? { given: [firstName] } : {}),
  };
  const telecom = [
    ...(phone ? [{ system: "phone" as const, value: phone }] : []),
    ...(email ? [{ system: "email" as const, value: email }] : []),
  ];
  return {
    resourceType: "Patient",
    id,
    ...(firstName || lastName ? { name: [name] } : {}),
    ...(telecom.length > 0 ? { telecom } : {}),
    ...(birthYear ? { birthDate: String(birthYear) } : {}),
    ...(language
      ? {
          communication: [
            { language: { coding: [{ system: "urn:ietf:bcp:47", code: language }] } },
          ],
        }
      : {}),
  };
}

function numberAt(siteName: string, value: string): Identifier {
  return { type: { text: "Screening number" }, value, assigner: { display: siteName } };
}

function yearInZone(timeZone: string, at: string): string {
  return isoInZone(timeZone, at).slice(0, 4);
}

function milestone(code: string, display: string, startDate: string): ResearchSubjectProgress {
  const system = "http://terminology.hl7.org/CodeSystem/research-subject-milestone";
  return {
    type: stateType("Milestone", "Milestone status"),
    milestone: { coding: [{ system, code, display }] },
    startDate,
  };
}

function stateType(code: string, display: string) {
  const system = "http://terminology.hl7.org/CodeSystem/research-subject-state-type";
  return { coding: [{ system, code, display }] };
}

function reasonOf({ statusReason, criterionLabel }: SubjectFacts): string | undefined {
  const words = [
    statusReason ? statusReasonLabels[statusReason] : null,
    criterionLabel ? `Criterion ${criterionLabel}` : null,
  ].filter((word) => word !== null);
  return words.length > 0 ? words.join(": ") : undefined;
}

/** Taking part begins with consent to the study, and ends with a failure after it or a withdrawal. */
function periodOf(
  { studyConsentOn, status, statusSince }: SubjectFacts,
  { isIdentified }: { isIdentified: boolean },
  told: (at: string) => string,
): Pick<ResearchSubject, "period"> {
  if (studyConsentOn === null) return {};
  const isOver = status === "screen_failure" || status === "withdrawn";
  return {
    period: {
      start: isIdentified ? studyConsentOn : studyConsentOn.slice(0, 4),
      ...(isOver ? { end: told(statusSince) } : {}),
    },
  };
}
