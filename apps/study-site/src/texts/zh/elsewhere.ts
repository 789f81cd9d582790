// Instead of a form: what a study's status means for somebody who would like to take part, and where
// else to look.
import { isolate } from "@studydesk/domain/isolate";
import type { ElsewhereTexts } from "../en/elsewhere";

const value = (text: string) => isolate("zh", text);

const statusMeanings: ElsewhereTexts["statusMeanings"] = {
  RECRUITING: "这项研究正在招募参加者。",
  NOT_YET_RECRUITING: "这项研究还没有开始招募，以后可能会开始。",
  ENROLLING_BY_INVITATION: "这项研究只接受研究团队邀请的人参加。",
  ACTIVE_NOT_RECRUITING: "这项研究正在进行，所需的参加者已经招满。",
  COMPLETED: "这项研究已按计划结束。",
  SUSPENDED: "这项研究已暂停，以后可能会继续。",
  TERMINATED: "这项研究已提前终止，不会重新开始。",
  WITHDRAWN: "这项研究在有人参加之前就取消了。",
  AVAILABLE: "可以通过医生，在研究之外申请使用这种治疗。",
  NO_LONGER_AVAILABLE: "已经不能在研究之外申请使用这种治疗。",
  TEMPORARILY_NOT_AVAILABLE: "目前不能申请使用这种治疗，以后可能会恢复。",
  APPROVED_FOR_MARKETING: "这种治疗已获批准：不参加研究，医生也可以开给您。",
  WITHHELD: "登记平台没有公开这项研究的详情。",
  UNKNOWN: "登记平台已经很久没有收到这项研究的消息，所以没有人能说清它是否还在招募。",
};

export const elsewhere: ElsewhereTexts = {
  title: "这项研究目前不接收留言",
  statusMeanings,
  noSite: "登记平台显示这项研究正在招募，但目前没有任何研究中心在这里接收留言。",
  lastKnown: (status) => `登记平台最后一次收到消息时，它的状态是“${value(status)}”。`,
  whyStopped: (reason) => `登记平台给出的原因：${value(reason)}`,
  look: "还可以到哪里寻找",
  ourStudies: "这里正在招募的研究",
  search: (condition) => `在公共登记平台查找正在招募的“${value(condition)}”研究`,
  askContact: "询问这项研究的联系人",
  talk: "您的医生也可以告诉您附近有哪些研究。",
  justStopped: "在您填写的时候，这项研究停止了接收留言，所以您的留言没有发送。",
  yourMessage: "这是您写的内容，可以复制：",
};
