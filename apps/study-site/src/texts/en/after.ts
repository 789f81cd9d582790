// What happens after somebody wrote: said before they do, with the time that the centre really takes.

import type { AnswerTime } from "@studydesk/domain/contact/answer-time";
import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";
import { promise } from "./durations";

const value = (text: string) => isolate("en", text);

const time = ({ count, unit }: AnswerTime) =>
  plural(
    "en",
    count,
    {
      hour: { one: "an hour", other: "# hours" },
      day: { one: "a day", other: "# days" },
      week: { one: "a week", other: "# weeks" },
    }[unit],
  );

export const after = {
  title: "What happens after you write",
  goes: (siteName: string) => `Your message goes to the study team at ${value(siteName)}.`,
  goesToChosen: "Your message goes to the study team of the centre you choose.",
  usually: (answer: AnswerTime) => `They usually answer within about ${time(answer)}.`,
  usuallyOf: (siteName: string, answer: AnswerTime) =>
    `${value(siteName)} usually answers within about ${time(answer)}.`,
  /** Beside a centre's name. */
  usuallyHere: (answer: AnswerTime) => `usually answers within about ${time(answer)}`,
  aim: (hours: number) => `They aim to answer within ${promise(hours)}.`,
  aimOf: (siteName: string, hours: number) =>
    `${value(siteName)} aims to answer within ${promise(hours)}.`,
  measured:
    "Measured, not promised: within this time half of those who wrote in the last 60 days were reached.",
  talk: "Somebody calls or writes, tells you more, and asks a few questions to see whether the study may suit you.",
  free: "You decide in your own time. Asking commits you to nothing, and you may stop at any point.",
};

export type AfterTexts = typeof after;
