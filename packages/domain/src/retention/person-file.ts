// Everything that is held about one person, for that person: the sections of the copy in their order, each a list of
// plain rows, so that one reading serves a machine and a reader alike.
import { z } from "zod";
import type { StudyContact } from "../studies/imported-study";
import { personFileForms } from "./person-file-forms";

export const personFileSections = [
  "facts",
  "messages",
  "consents",
  "contacts",
  "mails",
  "visits",
  "answers",
  "decisions",
  "steps",
  "alerts",
  "imports",
  "shares",
  "links",
  "access",
] as const;
export type PersonFileSection = (typeof personFileSections)[number];

/** A fact that was put right; null is "not known". */
export interface FactChange {
  readonly fact: string;
  readonly from: string | null;
  readonly to: string | null;
}

export type PersonFileValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | readonly FactChange[];
export type PersonFileRow = Readonly<Record<string, PersonFileValue>>;

export interface PersonFile {
  /** ISO-8601 UTC. */
  readonly madeAt: string;
  readonly study: { readonly nctId: string; readonly title: string };
  readonly site: { readonly name: string; readonly city: string };
  /** Whom the study names for questions. */
  readonly contacts: readonly StudyContact[];
  readonly sections: Readonly<Record<PersonFileSection, readonly PersonFileRow[]>>;
  /** With what the team wrote about the person in its own words; it names others now and then. */
  readonly hasTeamWords: boolean;
}

export const copyDataInput = z.object({
  leadId: z.int32().positive(),
  form: z.enum(personFileForms),
});
export type CopyDataInput = z.infer<typeof copyDataInput>;
