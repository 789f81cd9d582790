// What goes with a person and what stays, in lines with numbers: nobody erases without having read how much it is.
import type { HeldCounts } from "./erase-lead";

type Counted = keyof HeldCounts;

const going: Readonly<Partial<Record<Counted, readonly [one: string, many: string]>>> = {
  messages: ["message, as it was typed", "messages, as they were typed"],
  mails: ["mail to them or about them", "mails to them or about them"],
  answers: ["value and remark of an answer", "values and remarks of answers"],
  notes: [
    "private note or draft, of whoever wrote it",
    "private notes and drafts, of whoever wrote them",
  ],
  shares: ["sealed share or request for a note", "sealed shares and requests for notes"],
  mergedLeads: ["lead that was merged into this one", "leads that were merged into this one"],
};

const staying: typeof going = {
  consents: ["consent, as a fact with its text and date", "consents, as facts with text and dates"],
  attempts: ["contact attempt, without its note", "contact attempts, without their notes"],
  reviews: ["review decision, without its reason", "review decisions, without their reasons"],
  visits: ["visit, without place and note", "visits, without places and notes"],
  activities: ["step of the timeline, with its date", "steps of the timeline, with their dates"],
};

export const goingLines = (held: HeldCounts): string[] => linesOf(going, held);
export const stayingLines = (held: HeldCounts): string[] => linesOf(staying, held);

function linesOf(words: typeof going, held: HeldCounts): string[] {
  return Object.entries(words).flatMap(([name, [one, many]]) => {
    const count = Object.entries(held).find(([counted]) => counted === name)?.[1] ?? 0;
    return count === 0 ? [] : [`${count.toLocaleString("en")} ${count === 1 ? one : many}`];
  });
}
