// Words of the copy that a visitor gets of what they sent.
import { isolate } from "@studydesk/domain/isolate";
import type { MessageCopyTexts } from "../en/message-copy";

const value = (text: string) => isolate("zh", text);

export const messageCopy: MessageCopyTexts = {
  subject: (site) => `您给${value(site)}的留言`,
  title: (site) => `${value(site)}已收到您的留言`,
  // A given name alone would be too close among strangers.
  hello: ({ fullName }) => `${value(fullName)}，您好：`,
  thanks: (site, city) =>
    `感谢您询问这项研究。您的留言已经送到${value(site)}（${value(city)}）的研究团队。这封邮件是给您留存的副本。`,
  again:
    "您之前已经就这项研究给我们留过言。两次留言我们都保存了，研究团队会放在一起看，您不用再次发送。",
  next: (promise) =>
    `接下来会怎样：研究团队会尽量${promise}与您联系，向您详细介绍这项研究，并问您几个问题。询问不等于答应参加；您随时可以停下来，也不必说明原因。`,
  withinHours: (n) => (n === 24 ? "在一天之内" : `在${n}小时之内`),
  withinDays: (n) => (n === 1 ? "在一天之内" : `在${n}天之内`),
  whatYouSent: "您发送的内容",
  colon: "：",
  facts: {
    study: "研究",
    name: "姓名",
    email: "电子邮箱",
    phone: "电话",
    language: "语言",
    message: "留言",
  },
  changed: "如果上面的内容有误，请告诉给您打电话的工作人员，或者再填一次表单。",
  ownPage:
    "我们为您准备了一个专属页面。您可以在那里查看咨询进展到哪一步、告诉我们您希望怎样被联系，也可以撤回全部信息：",
  openOwnPage: "打开我的页面",
  keepToYourself:
    "这个链接只供您本人使用。任何人拿到它，都能看到您的咨询，也能将其删除，请不要转发。",
  studyPage: "这项研究的网页",
  readAgain: "再看一遍这项研究的介绍",
  urgent:
    "这个邮箱没有人查看，研究团队也不处理紧急情况。如果您现在身体不适，请联系您的医生或拨打当地的急救电话。",
  footer:
    "您收到这封邮件，是因为有人在这项研究网页的联系表单中填写了这个邮箱地址。如果不是您填写的，不必理会。",
};
