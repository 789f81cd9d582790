// What the page behind a request link says, where somebody outside is asked for a note.
import { plural } from "@studydesk/domain/plural";
import type { NoteRequestTexts } from "../en/note-request";
import type { WriteBackTexts } from "../en/write-back";
import { reader } from "./reader";
import { writeBack } from "./write-back";

const { dateLocale, newTab, incompleteLink, clear } = reader;
const askForNew = "اطلب رابطًا جديدًا ممن أرسله إليك.";

const write: WriteBackTexts = {
  ...writeBack,
  title: "اكتب ملاحظتك",
  intro:
    "تُختم ملاحظتك على هذا الجهاز. لا يستطيع قراءتها إلا من طلبها، أما الخادم فلا يستطيع. لا تذكر عن أي شخص أكثر مما يحتاج إليه من طلبها.",
  text: "ملاحظتك",
  sent: "أُرسلت مختومة، وهي تنتظر من طلبها. يمكنك أن تكتب ملاحظة أخرى.",
  problems: {
    ...writeBack.problems,
    ended:
      "لم يعد هذا الرابط يقبل ملاحظات. ما كتبته ما زال هنا: انسخه، واطلب رابطًا جديدًا ممن أرسله إليك.",
    enough:
      "وصل عبر هذا الرابط كل ما يقبله من الملاحظات. ما كتبته ما زال هنا: انسخه، واطلب رابطًا جديدًا ممن أرسله إليك.",
  },
};

export const noteRequest: NoteRequestTexts = {
  ...{ dateLocale, newTab, incompleteLink, clear },
  title: "مطلوب منك ملاحظة",
  intro: "يُفتح المطلوب منك على هذا الجهاز فقط؛ فالخادم يحفظه مختومًا ولا يستطيع قراءته.",
  fetching: "جارٍ جلب المطلوب منك…",
  again: "حاول مرة أخرى",
  askedBy: (name) => `\u2068${name}\u2069: مطلوب منك ملاحظة`,
  takes: (notes, until) =>
    plural("ar", notes, {
      one: `يقبل هذا الرابط ملاحظة واحدة بعد، حتى ${until}.`,
      two: `يقبل هذا الرابط ملاحظتين بعد، حتى ${until}.`,
      few: `يقبل هذا الرابط # ملاحظات بعد، حتى ${until}.`,
      many: `يقبل هذا الرابط # ملاحظة بعد، حتى ${until}.`,
      other: `يقبل هذا الرابط # ملاحظة بعد، حتى ${until}.`,
    }),
  whoSent: "لا تكتب إلا إذا كنت تعرف من أرسل إليك هذا الرابط.",
  notSecure: {
    title: "لم تُفتح هذه الصفحة بشكل آمن",
    text: "لا يختم متصفحك الملاحظات إلا على عنوان آمن يبدأ بـ \u2066https://\u2069. اطلبه ممن أرسل إليك الرابط.",
  },
  noMatch: {
    title: "لا يوجد طلب خلف هذا الرابط",
    text: "افتح الرابط من رسالتك مرة أخرى، أو انسخه كاملًا إلى شريط العنوان. وإن بقي الأمر كذلك فاسأل من أرسله.",
  },
  keysExchanged: {
    title: "جرى العبث بهذا الرابط",
    text: "قد يقرأ شخص آخر ما تكتبه هنا، ولذلك لا يمكن إرسال شيء. أخبر من أرسل إليك الرابط بطريقة أخرى.",
  },
  changed: {
    title: "ما وصل ليس ما طُلب",
    text: "تغيّر في الطريق، ولذلك لم يُعرض ولا يمكن إرسال شيء. افتح الرابط مرة أخرى، وإن بقي الأمر كذلك فأخبر من أرسله.",
  },
  ends: {
    expired: { title: "انتهت مدة هذا الرابط", text: `انتهى وقته. ${askForNew}` },
    revoked: {
      title: "سُحب هذا الرابط",
      text: "أغلقه من أرسله. اسأله إن كان ما زال يحتاج إلى ملاحظة.",
    },
    enough: {
      title: "تلقى هذا الرابط كل ملاحظاته",
      text: `وصل عبره كل ما يقبله. ${askForNew}`,
    },
    unknown: { title: "لم يعد هذا الرابط يقبل ملاحظات", text: askForNew },
  },
  lastSent: {
    title: "أُرسلت مختومة",
    text: "هي تنتظر من طلبها. كانت آخر ملاحظة يقبلها هذا الرابط، ولم يُحفظ منها شيء على هذا الجهاز.",
  },
  cleared: {
    title: "لم يبق شيء على هذه الصفحة",
    text: "لم يُحفظ على هذا الجهاز المطلوب منك ولا ما كتبته. لتكتب مرة أخرى، افتح الرابط من رسالتك.",
  },
  problems: {
    unreachable: "لم يُجب الخادم. تحقق من الاتصال وحاول مرة أخرى.",
    failed: "لم يتمكن الخادم من الإجابة الآن. انتظر دقيقة ثم حاول مرة أخرى.",
  },
  write,
};
