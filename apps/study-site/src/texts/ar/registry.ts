// The registry's closed lists as a reader meets them: status, ages, sex, phase. A status is said of a study
// and of a centre, whose genders differ, so it names neither. Ages stand in words, since a dash between two
// numbers reads either way from right to left.
import { type PluralForms, plural } from "@studydesk/domain/plural";
import type { AgeUnit, StudyAge, StudyPhase } from "@studydesk/domain/studies/imported-study";
import type { RegistryTexts } from "../en/registry";

const phaseNames: Record<StudyPhase, string> = {
  NA: "لا تنطبق",
  EARLY_PHASE1: "الأولى المبكرة",
  PHASE1: "الأولى",
  PHASE2: "الثانية",
  PHASE3: "الثالثة",
  PHASE4: "الرابعة",
};

/** In the case that follows a preposition: every age below has one before it. */
const unitForms: Record<AgeUnit, PluralForms> = {
  years: { one: "سنة واحدة", two: "سنتين", few: "# سنوات", other: "# سنة" },
  months: { one: "شهر واحد", two: "شهرين", few: "# أشهر", many: "# شهرًا", other: "# شهر" },
  weeks: {
    one: "أسبوع واحد",
    two: "أسبوعين",
    few: "# أسابيع",
    many: "# أسبوعًا",
    other: "# أسبوع",
  },
  days: { one: "يوم واحد", two: "يومين", few: "# أيام", many: "# يومًا", other: "# يوم" },
  hours: { one: "ساعة واحدة", two: "ساعتين", few: "# ساعات", other: "# ساعة" },
  minutes: { one: "دقيقة واحدة", two: "دقيقتين", few: "# دقائق", other: "# دقيقة" },
};

const withUnit = ({ value, unit }: StudyAge) => plural("ar", value, unitForms[unit]);
const and = new Intl.ListFormat("ar");

const phases = (of: readonly StudyPhase[]) =>
  and.format(of.map((phase) => phaseNames[phase])) || phaseNames.NA;

export const registry: RegistryTexts = {
  statuses: {
    NOT_YET_RECRUITING: "لم يُفتح باب المشاركة بعد",
    RECRUITING: "باب المشاركة مفتوح",
    ENROLLING_BY_INVITATION: "المشاركة بالدعوة فقط",
    ACTIVE_NOT_RECRUITING: "العمل مستمر، وباب المشاركة مغلق",
    COMPLETED: "انتهى العمل",
    SUSPENDED: "توقف مؤقت",
    TERMINATED: "توقف قبل الموعد",
    WITHDRAWN: "إلغاء قبل البدء",
    AVAILABLE: "العلاج متاح خارج الدراسات",
    NO_LONGER_AVAILABLE: "لم يعد العلاج متاحًا",
    TEMPORARILY_NOT_AVAILABLE: "العلاج غير متاح حاليًا",
    APPROVED_FOR_MARKETING: "العلاج معتمد",
    WITHHELD: "التفاصيل غير منشورة",
    UNKNOWN: "الحالة غير معروفة",
  },
  sexes: { ALL: "الجنسان", FEMALE: "النساء", MALE: "الرجال" },
  phaseTag: (of) => `المرحلة: ${phases(of)}`,
  phases,
  ages(minimum, maximum) {
    if (minimum && maximum) {
      if (minimum.unit !== maximum.unit) return `من ${withUnit(minimum)} إلى ${withUnit(maximum)}`;
      if (minimum.value === maximum.value) return `بعمر ${withUnit(minimum)}`;
      return `من ${minimum.value} إلى ${withUnit(maximum)}`;
    }
    if (minimum) return `من ${withUnit(minimum)} فأكثر`;
    return maximum ? `حتى ${withUnit(maximum)}` : "جميع الأعمار";
  },
};
