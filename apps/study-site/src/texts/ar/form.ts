// The words of the contact form.
import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";
import type { FormTexts } from "../en/form";
import { minutes, promise } from "./durations";
import { formProblem } from "./form-problems";

const value = (text: string) => isolate("ar", text);

export const form: FormTexts = {
  title: "السؤال عن المشاركة",
  intro: (siteName, city) =>
    `تصل رسالتك مباشرة إلى فريق الدراسة في ${value(siteName)} (${value(city)}).`,
  introSeveral: "تصل رسالتك مباشرة إلى فريق الدراسة في المركز الذي تختاره.",
  fieldNames: {
    site: "مركز الدراسة",
    first_name: "الاسم الأول",
    last_name: "اسم العائلة",
    email: "البريد الإلكتروني",
    phone: "الهاتف",
    birth_year: "سنة الميلاد",
    language: "اللغة المفضلة",
    message: "رسالتك",
    consent: "الموافقة",
  },
  familyNameFirst: false,
  optional: "اختياري",
  anyLanguage: "الإنجليزية مناسبة لي",
  phoneHint: `مع علامة ${value("+")} ورمز البلد إن كان الرقم من خارج البلاد.`,
  birthYearHint: (ages) => `سنة ميلاد الشخص الذي سيشارك. الأعمار في هذه الدراسة: ${ages}.`,
  messageHint: "يُرجى عدم كتابة تفاصيل طبية الآن؛ سيسألك الفريق عنها عند الحديث معك.",
  sitePromise: (hours) => `يسعى إلى الرد خلال ${promise(hours)}`,
  honeypot: "اترك هذه الخانة فارغة",
  send: "إرسال",
  afterSending: "ستصلك نسخة بالبريد الإلكتروني.",
  problem: formProblem,
  problemsTitle: (n) =>
    plural("ar", n, {
      one: "هناك أمر واحد يحتاج إلى مراجعة",
      two: "هناك أمران يحتاجان إلى مراجعة",
      few: "هناك # أمور تحتاج إلى مراجعة",
      many: "هناك # أمرًا يحتاج إلى مراجعة",
      other: "هناك # أمر يحتاج إلى مراجعة",
    }),
  problemsNote: "لم يُرسَل شيء بعد، وما كتبته لا يزال هنا.",
  tooManyTitle: "يُرجى الانتظار قليلًا قبل الإرسال",
  tooMany: (wait) =>
    `وصلت رسائل كثيرة من شبكتك في وقت قصير، لذلك لم تُرسَل هذه الرسالة بعد. ما كتبته لا يزال هنا: يُرجى إرساله مرة أخرى بعد ${minutes(wait)}.`,
  tooManyPhone: "إن كنت لا تود الانتظار، فيمكنك استخدام جهة التواصل المذكورة في هذه الصفحة.",
  failedTitle: "لم تُرسَل رسالتك",
  failed: "حدث خطأ من جهتنا. ما كتبته لا يزال هنا: يُرجى إرساله مرة أخرى بعد قليل.",
  tooLargeTitle: "هذا أكثر مما تتسع له رسالة واحدة",
  tooLarge:
    "ما أرسلته كبير إلى حد تعذرت معه قراءته، فلم يُرسَل شيء ولا يظهر هنا. إن أمكنك الرجوع إلى الصفحة السابقة في متصفحك، فالأغلب أن نصك لا يزال هناك. يُرجى اختصاره وإرساله مرة أخرى.",
  outsideTitle: "هذه الدراسة لأشخاص من أعمار أخرى",
  outside: (ages) =>
    `شكرًا لرغبتك في المساعدة. الأعمار في هذه الدراسة: ${ages}. وبحسب سنة الميلاد التي ذكرتها، فالأغلب أن المشاركة لن تكون ممكنة. لم يُرسَل أو يُحفَظ شيء حتى الآن.`,
  outsideOthers: "هذه الدراسات تقبل أشخاصًا في ذلك العمر:",
  outsideLook: "عرض كل الدراسات المفتوحة",
  outsideStill:
    "هل لا تزال لديك رغبة في مراسلة فريق الدراسة، من أجل شخص آخر مثلًا؟ ما كتبته موجود أدناه.",
  sendAllTheSame: "إرسال على أي حال",
};
