// What happens after somebody wrote: said before they do, with the time that the centre really takes.

import type { AnswerTime } from "@studydesk/domain/contact/answer-time";
import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";
import type { AfterTexts } from "../en/after";
import { promise } from "./durations";

const value = (text: string) => isolate("ar", text);

const time = ({ count, unit }: AnswerTime) =>
  plural(
    "ar",
    count,
    {
      hour: { one: "ساعة", two: "ساعتين", few: "# ساعات", other: "# ساعة" },
      day: { one: "يوم", two: "يومين", few: "# أيام", other: "# يومًا" },
      week: { one: "أسبوع", two: "أسبوعين", few: "# أسابيع", other: "# أسبوعًا" },
    }[unit],
  );

export const after: AfterTexts = {
  title: "ما الذي يحدث بعد أن تكتب",
  goes: (siteName) => `تصل رسالتك إلى فريق الدراسة في ${value(siteName)}.`,
  goesToChosen: "تصل رسالتك إلى فريق الدراسة في المركز الذي تختاره.",
  usually: (answer) => `يردّون عادةً خلال ${time(answer)} تقريبًا.`,
  usuallyOf: (siteName, answer) => `يردّ ${value(siteName)} عادةً خلال ${time(answer)} تقريبًا.`,
  usuallyHere: (answer) => `يردّ عادةً خلال ${time(answer)} تقريبًا`,
  aim: (hours) => `يسعون إلى الرد خلال ${promise(hours)}.`,
  aimOf: (siteName, hours) => `يسعى ${value(siteName)} إلى الرد خلال ${promise(hours)}.`,
  measured: "هذه مدة مقيسة لا وعد: خلالها جرى التواصل مع نصف من كتبوا في آخر 60 يومًا.",
  talk: "يتصل بك أحدهم أو يراسلك، ويشرح لك المزيد، ويطرح عليك بضعة أسئلة لمعرفة إن كانت الدراسة قد تناسبك.",
  free: "القرار لك وفي الوقت الذي يناسبك. السؤال لا يُلزمك بشيء، ويمكنك التوقف متى شئت.",
};
