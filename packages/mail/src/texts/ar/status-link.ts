// Words of the mail that gives people the links to their own pages again.
import { isolate } from "@studydesk/domain/isolate";
import type { StatusLinkTexts } from "../en/status-link";

const value = (text: string) => isolate("ar", text);

export const statusLink: StatusLinkTexts = {
  subject: "رابطك الخاص",
  title: "رابطك الخاص",
  asked: "طلب أحدهم، ويُرجَّح أنه من جانبك، رابط ما أُرسل إلينا من هذا العنوان. ولكل طلب صفحة خاصة به:",
  request: (study, site) => `${value(study)} (${value(site)})`,
  open: "فتح هذه الصفحة",
  keepToYourself:
    "هذه الروابط لك وحدك. كل من يحصل على أحدها يستطيع الاطّلاع على الطلب ومحوه، فيُرجى عدم إعادة توجيه هذه الرسالة. تبقى الروابط صالحة اثني عشر شهرًا.",
  notYou: "إن لم يكن الطلب منك، فلا حاجة إلى فعل أي شيء؛ لم يتغيّر شيء.",
  footer:
    "وصلتك هذه الرسالة لأن أحدًا كتب هذا العنوان في صفحة الروابط الخاصة لدينا. ولا يقرأ أحد الردود عليها.",
};
