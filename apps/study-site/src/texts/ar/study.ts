// The words of a study's page.
import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";
import type { StudyTexts } from "../en/study";

export const study: StudyTexts = {
  updated: (date) => `آخر تحديث: ${date}`,
  askJump: "السؤال عن المشاركة",
  overview: "عمّ تبحث هذه الدراسة",
  fromRegistry: "من صفحة الدراسة في السجل العام.",
  more: "قراءة الوصف التفصيلي",
  whoCanTakePart: "من يستطيع المشاركة",
  inclusion: "يمكنهم المشاركة",
  exclusion: "لا يمكنهم المشاركة",
  criteriaHint: "لست مضطرًا إلى أن تعرف وحدك إن كانت الدراسة تناسبك: سيراجع فريق الدراسة ذلك معك.",
  noCriteria: "لا يذكر السجل شيئًا.",
  alsoWritten: "ويضيف السجل:",
  details: "تفاصيل الدراسة",
  conditions: "الحالة المرضية",
  sponsor: "الجهة الراعية",
  type: "نوع الدراسة",
  types: {
    INTERVENTIONAL: "تختبر علاجًا أو إجراءً",
    OBSERVATIONAL: "تراقب دون تغيير العلاج",
    EXPANDED_ACCESS: "علاج خارج الدراسات",
  },
  phase: "المرحلة",
  ages: "الأعمار",
  sex: "الجنس",
  healthyVolunteers: "تقبل متطوعين أصحاء",
  yes: "نعم",
  no: "لا",
  started: "بدأت في",
  ends: "تنتهي في",
  status: "الحالة في السجل",
  registryNumber: "رقم التسجيل",
  registryRecord: (nctId) => `${isolate("ar", nctId)} في ClinicalTrials.gov`,
  lastUpdate: "آخر تحديث",
  officialTitle: "العنوان الكامل",
  centres: "مراكز الدراسة",
  moreCentres: (n) =>
    plural("ar", n, {
      one: "عرض مركز آخر",
      two: "عرض مركزين آخرين",
      few: "عرض # مراكز أخرى",
      many: "عرض # مركزًا آخر",
      other: "عرض # مركز آخر",
    }),
  recruiting: {
    recruiting: "يبحث عن مشاركين",
    paused: "متوقف مؤقتًا",
    closed: "مغلق",
  },
  contact: "جهة التواصل الخاصة بالدراسة",
  contactHint: "كما وردت في السجل.",
  faqs: "أسئلة شائعة",
  faqHint: "عن الدراسات السريرية عمومًا.",
};
