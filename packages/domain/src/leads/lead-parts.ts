// The parts of a lead that people change, as told to whoever has the same lead open.
import { leadFactNames } from "./lead-facts";

export const leadParts = [
  "status",
  "owner",
  "followUp",
  "attempts",
  "doNotContact",
  "wishes",
  "screeningNumber",
  ...leadFactNames,
] as const;
export type LeadPart = (typeof leadParts)[number];

export const leadPartWords: Readonly<Record<LeadPart, string>> = {
  status: "the status",
  owner: "the owner",
  followUp: "the follow-up",
  attempts: "the contact log",
  doNotContact: "whether the person may be contacted",
  wishes: "how the person wishes to be contacted",
  screeningNumber: "the screening number",
  firstName: "the first name",
  lastName: "the last name",
  email: "the e-mail address",
  phone: "the phone number",
  language: "the language",
  birthYear: "the year of birth",
  timeZone: "the time zone",
  source: "the source",
};
