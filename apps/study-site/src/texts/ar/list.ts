// The list of recruiting studies.
import type { ListTexts } from "../en/list";

export const list: ListTexts = {
  title: "الدراسات التي تبحث عن مشاركين",
  intro:
    "تبحث هذه الدراسات عن أشخاص يشاركون فيها. يمكنك فتح أي منها لقراءة موضوعها وسؤال فريق الدراسة.",
  none: "لا توجد دراسة تستقبل رسائل في الوقت الحالي. يُرجى العودة لاحقًا.",
  search: "البحث عن دراسات مفتوحة في السجل العام",
  next: "دراسات أقدم",
};
