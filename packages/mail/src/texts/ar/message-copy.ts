// Words of the copy that a visitor gets of what they sent.
import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";
import type { MessageCopyTexts } from "../en/message-copy";

const value = (text: string) => isolate("ar", text);

export const messageCopy: MessageCopyTexts = {
  subject: (site) => `رسالتك إلى ${value(site)}`,
  title: (site) => `وصلت رسالتك إلى ${value(site)}`,
  hello: ({ firstName }) => `مرحبًا ${value(firstName)}،`,
  thanks: (site, city) =>
    `شكرًا لسؤالك عن إحدى الدراسات. رسالتك الآن لدى فريق الدراسة في ${value(site)} (${value(city)}). وهذه نسختك منها.`,
  again:
    "سبق أن راسلتنا بشأن هذه الدراسة. احتفظنا بالرسالتين، ويطّلع عليهما الفريق معًا، فلا حاجة إلى إرسال أي شيء مرة أخرى.",
  next: (promise) =>
    `ما الذي يحدث بعد ذلك: سيتواصل معك أحد أعضاء الفريق ليخبرك بالمزيد عن الدراسة ويطرح عليك بعض الأسئلة. ويسعى الفريق إلى أن يكون ذلك ${promise}. السؤال لا يُلزمك بشيء؛ يمكنك التوقف في أي وقت، ولا حاجة إلى ذكر السبب.`,
  withinHours: (n) =>
    n === 24
      ? "خلال يوم واحد"
      : plural("ar", n, {
          one: "خلال ساعة واحدة",
          two: "خلال ساعتين",
          few: "خلال # ساعات",
          other: "خلال # ساعة",
        }),
  withinDays: (n) =>
    plural("ar", n, {
      one: "خلال يوم واحد",
      two: "خلال يومين",
      few: "خلال # أيام",
      many: "خلال # يومًا",
      other: "خلال # يوم",
    }),
  whatYouSent: "ما أرسلته إلينا",
  colon: ": ",
  facts: {
    study: "الدراسة",
    name: "الاسم",
    email: "البريد الإلكتروني",
    phone: "الهاتف",
    language: "اللغة",
    message: "الرسالة",
  },
  changed: "إذا كان هنا خطأ، فيمكنك إخبار من يتصل بك، أو إرسال النموذج مرة أخرى.",
  ownPage:
    "لك صفحة خاصة بك، يمكنك فيها معرفة أين وصل طلبك، وتحديد الطريقة المفضّلة للتواصل معك، أو سحب كل ما أرسلته:",
  openOwnPage: "فتح صفحتي",
  keepToYourself:
    "هذا الرابط لك وحدك. كل من يحصل عليه يستطيع الاطّلاع على طلبك ومحوه، فيُرجى عدم إرساله إلى أي شخص.",
  studyPage: "صفحة الدراسة",
  readAgain: "قراءة صفحة الدراسة مرة أخرى",
  urgent:
    "لا يقرأ أحد ما يصل إلى هذا البريد، ولا يستجيب الفريق للحالات الطارئة. إذا شعرت بتعب الآن، فيُرجى الاتصال بطبيبك أو برقم الطوارئ في بلدك.",
  footer:
    "وصلتك هذه الرسالة لأن أحدًا كتب هذا العنوان في نموذج التواصل بصفحة الدراسة. إن لم يكن ذلك منك، فيمكنك تجاهلها.",
};
