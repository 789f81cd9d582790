// After sending: who has the message, and what happens next.
import { isolate } from "@studydesk/domain/isolate";
import type { AnswerTexts } from "../en/answer";
import { promise } from "./durations";

const value = (text: string) => isolate("ar", text);

export const answer: AnswerTexts = {
  title: (siteName) => `وصلت رسالتك إلى ${value(siteName)}`,
  titleUnknown: "وصلت رسالتك إلى فريق الدراسة",
  sent: (siteName) => `بيانات التواصل معك أصبحت لدى فريق الدراسة في ${value(siteName)}.`,
  copy: "نسخة من رسالتك في طريقها إلى بريدك الإلكتروني. إذا لم تصل خلال ساعة، فيُرجى البحث عنها في مجلد الرسائل غير المرغوب فيها.",
  next: "ما الذي يحدث بعد ذلك",
  call: (hours) =>
    `سيتواصل معك أحد أعضاء فريق الدراسة، ويسعى الفريق إلى أن يكون ذلك خلال ${promise(hours)}.`,
  questions:
    "سيخبرك بالمزيد عن الدراسة ويطرح عليك بعض الأسئلة، لمعرفة ما إذا كانت الدراسة قد تناسبك.",
  free: "القرار لك، وفي الوقت الذي يناسبك. يمكنك التوقف في أي وقت، ولا حاجة إلى ذكر السبب.",
  urgent:
    "لا يتابع أحد هذه الرسائل على مدار الساعة. إذا شعرت بتعب الآن، فيُرجى الاتصال بطبيبك أو برقم الطوارئ في بلدك.",
  back: "العودة إلى الدراسة",
};
