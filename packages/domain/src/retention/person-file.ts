// Everything that is held about one person, for that person: the sections of the copy in their order, each a list of
// plain rows, so that one reading serves a machine and a reader alike.
import { z } from "zod";
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

export type PersonFileRow = Readonly<Record<string, string | number | boolean | null>>;

export interface PersonFile {
  /** ISO-8601 UTC. */
  readonly madeAt: string;
  readonly study: { readonly nctId: string; readonly title: string };
  readonly site: { readonly name: string; readonly city: string };
  readonly sections: Readonly<Record<PersonFileSection, readonly PersonFileRow[]>>;
  /** With what the team wrote about the person in its own words; it names others now and then. */
  readonly hasTeamWords: boolean;
}

export const copyDataInput = z.object({
  leadId: z.int32().positive(),
  form: z.enum(personFileForms),
});
export type CopyDataInput = z.infer<typeof copyDataInput>;
