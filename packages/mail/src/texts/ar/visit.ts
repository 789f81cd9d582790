// Words of the mails about a visit.
import { isolate } from "@studydesk/domain/isolate";
import type { VisitTexts } from "../en/visit";

const value = (text: string) => isolate("ar", text);

export const visit: VisitTexts = {
  planned: {
    subject: (site, day) => `زيارتك إلى ${value(site)} في ${value(day)}`,
    title: (site) => `زيارتك إلى ${value(site)}`,
    what: "اتفقنا معك على زيارة. هذا موعدها ومكانها، لتعود إليهما متى شئت.",
  },
  moved: {
    subject: (site, day) => `تغيير: زيارتك إلى ${value(site)} أصبحت في ${value(day)}`,
    title: (site) => `تغيّرت زيارتك إلى ${value(site)}`,
    what: "تغيّرت زيارتك. هذا هو الموعد المعتمد الآن، وما كتبناه لك من قبل لم يعد صالحًا.",
  },
  cancelled: {
    subject: (site, day) => `إلغاء: زيارتك إلى ${value(site)} في ${value(day)}`,
    title: (site) => `أُلغيت زيارتك إلى ${value(site)}`,
    what: "لن تتم هذه الزيارة، ولا حاجة إلى حضورك.",
  },
  reminder: {
    subject: (site, day) => `تذكير: زيارتك إلى ${value(site)} في ${value(day)}`,
    title: (site) => `موعد زيارتك إلى ${value(site)} قريب`,
    what: "هذا تذكير بزيارتك.",
  },
  hello: (name) => `مرحبًا ${value(name)}،`,
  facts: { when: "الموعد", length: "المدة", where: "المكان" },
  colon: ": ",
  about: (length) => `نحو ${length}`,
  clock: (city) => `التوقيت هو توقيت ${value(city)}.`,
  calendar: "مع هذه الرسالة ملف لتقويمك.",
  calendarEnds: "الملف المرفق بهذه الرسالة يزيل الزيارة من تقويمك.",
  answer: (name) =>
    `إذا تعذّر حضورك أو أردت أن تسأل عن شيء، فيمكنك الرد على هذه الرسالة: يصل ردّك إلى ${value(name)}. يمكنك التوقف في أي وقت دون ذكر السبب.`,
  ownPage: "في صفحتك الخاصة يمكنك أن ترى إلى أين وصل طلبك:",
  openOwnPage: "فتح صفحتي",
  footer: (site) => `تصلك هذه الرسالة لأنك اتفقت مع ${value(site)} على زيارة. لا تصل إلى أحد غيرك.`,
  summary: (site) => `زيارة إلى ${value(site)}`,
  inCalendar: (name) =>
    `إذا تعذّر حضورك، فيمكنك الرد على الرسالة التي جاء معها هذا الملف: يصل ردّك إلى ${value(name)}.`,
};
