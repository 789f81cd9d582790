// Instead of a form: what a study's status means for somebody who would like to take part, and where
// else to look.
import { isolate } from "@studydesk/domain/isolate";
import type { ElsewhereTexts } from "../en/elsewhere";

const value = (text: string) => isolate("ar", text);

const statusMeanings: ElsewhereTexts["statusMeanings"] = {
  RECRUITING: "تبحث هذه الدراسة عن مشاركين.",
  NOT_YET_RECRUITING: "لم تبدأ هذه الدراسة البحث عن مشاركين بعد، وقد تبدأ لاحقًا.",
  ENROLLING_BY_INVITATION: "لا يشارك في هذه الدراسة إلا من يدعوهم فريقها.",
  ACTIVE_NOT_RECRUITING: "هذه الدراسة جارية، وقد اكتمل عدد المشاركين الذي تحتاج إليه.",
  COMPLETED: "انتهت هذه الدراسة كما كان مخططًا لها.",
  SUSPENDED: "توقفت هذه الدراسة مؤقتًا، وقد تُستأنف لاحقًا.",
  TERMINATED: "أُوقفت هذه الدراسة قبل موعدها ولن تبدأ من جديد.",
  WITHDRAWN: "أُلغيت هذه الدراسة قبل أن يشارك فيها أحد.",
  AVAILABLE: "يمكن طلب هذا العلاج خارج الدراسات عن طريق طبيب.",
  NO_LONGER_AVAILABLE: "لم يعد من الممكن طلب هذا العلاج خارج الدراسات.",
  TEMPORARILY_NOT_AVAILABLE: "لا يمكن طلب هذا العلاج حاليًا، وقد يصبح ذلك ممكنًا لاحقًا.",
  APPROVED_FOR_MARKETING: "هذا العلاج معتمد: يمكن للطبيب أن يصفه دون الحاجة إلى دراسة.",
  WITHHELD: "لا يعرض السجل تفاصيل هذه الدراسة.",
  UNKNOWN:
    "لم تصل إلى السجل أخبار عن هذه الدراسة منذ وقت طويل، فلا أحد يعلم إن كانت لا تزال تبحث عن مشاركين.",
};

export const elsewhere: ElsewhereTexts = {
  title: "لا تستقبل هذه الدراسة رسائل حاليًا",
  statusMeanings,
  noSite:
    "يذكر السجل أن هذه الدراسة تبحث عن مشاركين، لكن لا يستقبل أي من مراكزها رسائل هنا في الوقت الحالي.",
  lastKnown: (status) => `في آخر خبر وصل إلى السجل عنها كانت حالتها: «${value(status)}».`,
  whyStopped: (reason) => `يذكر السجل سببًا: ${value(reason)}`,
  look: "أين يمكنك البحث أيضًا",
  ourStudies: "الدراسات التي تبحث عن مشاركين هنا",
  search: (condition) => `الدراسات التي تبحث عن مشاركين حول ${value(condition)} في السجل العام`,
  askContact: "سؤال جهة التواصل الخاصة بهذه الدراسة",
  talk: "يمكن لطبيبك أيضًا أن يخبرك عن دراسات قريبة منك.",
  justStopped: "توقفت هذه الدراسة عن استقبال الرسائل أثناء كتابتك، لذلك لم تُرسَل رسالتك.",
  yourMessage: "هذا ما كتبته، ليمكنك نسخه:",
};
