// What the contact gate says, with when it opens again by the clock on this desk's wall.
import type { MayContact } from "@studydesk/domain/contact/may-contact";
import { dayAndTimeWords } from "./time-words";

/** "It is 22:31 where they live: quiet hours until 8:00. That is today 22:00 here." */
export function gateWords({ sentence, reason, opensAt }: MayContact, now: Date): string {
  if (opensAt === null) return sentence;
  const when = dayAndTimeWords(opensAt, now);
  if (reason !== "quiet_hours") return `${sentence} Free again ${when}.`;
  // The sentence names the hour over there already.
  return when.endsWith("08:00") ? sentence : `${sentence} That is ${when} here.`;
}
