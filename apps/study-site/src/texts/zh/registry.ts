// The registry's closed lists as a reader meets them: status, ages, sex, phase.
import type { AgeUnit, StudyAge, StudyPhase } from "@studydesk/domain/studies/imported-study";
import type { RegistryTexts } from "../en/registry";

const phaseNames: Record<StudyPhase, string> = {
  NA: "不适用",
  EARLY_PHASE1: "早期I期",
  PHASE1: "I期",
  PHASE2: "II期",
  PHASE3: "III期",
  PHASE4: "IV期",
};

const unitNames: Record<AgeUnit, string> = {
  years: "岁",
  months: "个月",
  weeks: "周",
  days: "天",
  hours: "小时",
  minutes: "分钟",
};

const withUnit = ({ value, unit }: StudyAge) => `${value}${unitNames[unit]}`;
const and = new Intl.ListFormat("zh-Hans");

const phases = (of: readonly StudyPhase[]) =>
  and.format(of.map((phase) => phaseNames[phase])) || phaseNames.NA;

export const registry: RegistryTexts = {
  statuses: {
    NOT_YET_RECRUITING: "尚未开始招募",
    RECRUITING: "正在招募",
    ENROLLING_BY_INVITATION: "仅限受邀者参加",
    ACTIVE_NOT_RECRUITING: "进行中，不再招募",
    COMPLETED: "已完成",
    SUSPENDED: "已暂停",
    TERMINATED: "提前终止",
    WITHDRAWN: "开始前已取消",
    AVAILABLE: "可在研究之外使用该治疗",
    NO_LONGER_AVAILABLE: "该治疗已不再提供",
    TEMPORARILY_NOT_AVAILABLE: "该治疗暂不提供",
    APPROVED_FOR_MARKETING: "该治疗已获批准",
    WITHHELD: "详情未公开",
    UNKNOWN: "状态不明",
  },
  sexes: { ALL: "性别不限", FEMALE: "女性", MALE: "男性" },
  phaseTag: (of) => `分期：${phases(of)}`,
  phases,
  ages(minimum, maximum) {
    if (minimum && maximum) {
      if (minimum.unit !== maximum.unit) return `${withUnit(minimum)}至${withUnit(maximum)}`;
      if (minimum.value === maximum.value) return withUnit(minimum);
      return `${minimum.value}至${withUnit(maximum)}`;
    }
    if (minimum) return `${withUnit(minimum)}及以上`;
    return maximum ? `${withUnit(maximum)}及以下` : "年龄不限";
  },
};
