// The words about how studies are done that a study's text uses, explained.
import type { Explanation, StudyTermId } from "../../glossary/explanation";

export const studyTerms: Record<StudyTermId, Explanation> = {
  randomised: {
    name: "随机",
    text: "由随机方式决定您进入研究的哪个组，就像抛硬币一样。您和医生都不能选择。",
  },
  placebo: {
    name: "安慰剂",
    text: "外观与治疗药物相同，但不含有效成分。用来看清治疗本身起了什么作用。",
  },
  blinded: {
    name: "盲法",
    text: "您、研究人员或双方都不知道谁接受哪种治疗，以免期望影响结果。紧急情况下可以查明。",
  },
  openLabel: { name: "开放标签", text: "所有人都知道您接受的是哪种治疗。" },
  controlGroup: { name: "对照组", text: "用来与其他参加者比较的一组人，通常接受目前的常规治疗。" },
  cohort: { name: "队列", text: "一组被长期（常为数年）追踪观察的人，以了解他们的健康变化。" },
  prospective: { name: "前瞻性", text: "面向未来：先征得参加者同意，然后记录此后发生的情况。" },
  baseline: { name: "基线", text: "研究开始、尚未采取任何措施时的情况，之后的结果与它比较。" },
  screening: { name: "筛选", text: "在您同意之后，通过提问和检查来判断研究是否适合您。" },
  protocol: {
    name: "研究方案",
    text: "研究的书面计划：谁可以参加、做什么、何时做，以及如何保护参加者。",
  },
  investigational: { name: "研究性", text: "仍在研究中，尚未获批用于此用途。" },
  informedConsent: {
    name: "知情同意",
    text: "有人会向您说明研究的内容、好处和风险，您可以提任何问题，然后自由决定。您随时可以改变主意。",
  },
  hipaa: { name: "HIPAA", text: "美国保护健康记录的法律。签署授权书后，研究方可以使用您的记录。" },
  washout: { name: "洗脱期", text: "停用某种药物一段时间，直到它完全排出体外。请勿自行停药。" },
  adverseEvent: { name: "不良事件", text: "研究期间出现的任何健康问题，无论是否由治疗引起。" },
  standardOfCare: { name: "标准治疗", text: "医生目前通常采用的治疗。" },
  contraindication: { name: "禁忌证", text: "某种治疗对某人不安全的原因。" },
  comorbidity: { name: "合并症", text: "一个人同时患有的其他疾病。" },
  asymptomatic: { name: "无症状", text: "没有自己能察觉的不适。" },
  prognosis: { name: "预后", text: "对疾病今后发展的估计。" },
  ecog: {
    name: "ECOG 评分",
    text: "表示日常生活能力：0 分与患病前一样，4 分需一直卧床，5 分表示死亡。",
  },
  kps: {
    name: "KPS（卡氏评分）",
    text: "表示日常生活能力，从 100 分（无不适）到 0 分。80 分表示正常活动需要费些力气。",
  },
  asaClass: { name: "ASA 分级", text: "麻醉医生对手术前健康状况的评定。ASA I 级表示健康。" },
};
