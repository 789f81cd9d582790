// What stands around every page, and the pages for when there is nothing to show.
import { isolate } from "@studydesk/domain/isolate";
import { localeOf } from "@studydesk/domain/public-language";
import type { FrameTexts } from "../en/frame";

export const frame: FrameTexts = {
  dateLocale: localeOf("ar"),
  comma: "، ",
  brand: "دراسات سريرية",
  skipToContent: "الانتقال إلى المحتوى",
  allStudies: "الدراسات المفتوحة",
  yourNotes: "ملاحظاتك",
  addNote: "إضافة ملاحظة",
  noteInvitation:
    "حدِّد أي كلمات في هذه الصفحة لتكتب ملاحظة عنها. لا يرى ملاحظاتك أحد غيرك، ويمكنك مشاركتها برمز مرور.",
  notesNotLoaded: "تعذر تحميل ملاحظاتك. تحقق من الاتصال وحاول مرة أخرى.",
  languages: "اللغة",
  demo: "هذا موقع تجريبي. لا يصل أي شيء ترسله هنا إلى مستشفى أو إلى فريق دراسة.",
  footer: "معلومات الدراسات مأخوذة من السجل العام ClinicalTrials.gov، وهي لا تغني عن نصيحة طبيبك.",
  notFound: {
    title: "لا توجد صفحة هنا",
    text: "قد يكون في العنوان خطأ كتابي، أو قد لا تكون الدراسة مدرجة هنا. يمكنك البحث عنها بين الدراسات المفتوحة، أو برقمها في السجل العام.",
    registry: "البحث في ClinicalTrials.gov",
  },
  problem: {
    title: "لم ينجح ذلك",
    tooLarge: "ما أرسلته أكبر مما يمكننا استقباله. يُرجى اختصاره وإرساله مرة أخرى.",
    tooMany: "وصلت طلبات كثيرة من شبكتك في وقت قصير. يُرجى الانتظار بضع دقائق ثم المحاولة مرة أخرى.",
    notTaken: "تعذّر استقبال ما أرسلته. يُرجى الرجوع وفتح الصفحة من جديد ثم المحاولة مرة أخرى.",
    broken: "حدث خطأ من جهتنا. يُرجى المحاولة مرة أخرى بعد قليل.",
    requestId: (id) => `إذا تكرر ذلك، فيُرجى إبلاغ مركز الدراسة بهذا الرقم: ${isolate("ar", id)}`,
    back: "الدراسات المفتوحة",
  },
};
