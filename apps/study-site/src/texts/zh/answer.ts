// After sending: who has the message, and what happens next.
import { isolate } from "@studydesk/domain/isolate";
import type { AnswerTexts } from "../en/answer";

const value = (text: string) => isolate("zh", text);

export const answer: AnswerTexts = {
  title: (siteName) => `${value(siteName)}已收到您的留言`,
  titleUnknown: "研究团队已收到您的留言",
  sent: (siteName) => `您的联系方式已经送到${value(siteName)}的研究团队。`,
  copyTitle: "您的副本",
  copy: "我们正在把留言的副本发到您的电子邮箱。如果一小时后还没有收到，请看看垃圾邮件文件夹。",
  ownPage:
    "副本邮件里有一个私人链接，通向您的专属页面：您可以查看咨询进展、告诉我们您希望怎样被联系，也可以撤回一切。为了保护您，这个链接只通过邮件发送。",
  sendAgain: "没有收到，或者找不到了？让我们再发一次链接",
  others: "其他研究",
  othersText:
    "如果您附近有针对同一疾病的其他研究开始招募，要不要我们通知您？每周最多一封邮件，您随时可以停止接收。",
  othersLink: "通知我其他研究",
  next: "接下来会怎样",
  call: "研究团队会有人与您联系。",
  questions: "他们会向您详细介绍这项研究，并问您几个问题，看看这项研究是否可能适合您。",
  free: "您可以慢慢考虑。您随时可以停下来，不必说明原因。",
  urgent: "这些留言并不是全天都有人查看。如果您现在身体不适，请联系您的医生或拨打当地的急救电话。",
  back: "回到这项研究",
};
