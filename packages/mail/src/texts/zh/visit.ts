// Words of the mails about a visit.
import { isolate } from "@studydesk/domain/isolate";
import type { VisitTexts } from "../en/visit";

const value = (text: string) => isolate("zh", text);

export const visit: VisitTexts = {
  planned: {
    subject: (site, day) => `您${day}在${value(site)}的访视`,
    title: (site) => `您在${value(site)}的访视`,
    what: "我们已与您约好一次访视。以下是时间和地点，方便您随时查看。",
  },
  moved: {
    subject: (site, day) => `时间有变：您在${value(site)}的访视改为${day}`,
    title: (site) => `您在${value(site)}的访视有变动`,
    what: "您的访视有变动。请以下面的内容为准，之前写给您的内容不再有效。",
  },
  cancelled: {
    subject: (site, day) => `已取消：您${day}在${value(site)}的访视`,
    title: (site) => `您在${value(site)}的访视已取消`,
    what: "这次访视不会进行，您不需要前来。",
  },
  reminder: {
    subject: (site, day) => `提醒：您${day}在${value(site)}的访视`,
    title: (site) => `您在${value(site)}的访视即将到来`,
    what: "提醒您即将到来的访视。",
  },
  hello: (name) => `${value(name)}，您好！`,
  facts: { when: "时间", length: "时长", where: "地点" },
  colon: "：",
  about: (length) => `约${length}`,
  clock: (city) => `以上为${value(city)}当地时间。`,
  calendar: "本邮件附有日历文件。",
  calendarEnds: "本邮件所附的文件会把这次访视从您的日历中删除。",
  answer: (name) =>
    `如果您不能前来或有问题想问，请直接回复本邮件，${value(name)}会收到您的回复。您可以随时停止，不需要说明原因。`,
  ownPage: "您可以在个人页面上查看申请的进展：",
  openOwnPage: "打开我的页面",
  footer: (site) => `您收到本邮件，是因为您与${value(site)}约好了一次访视。没有其他人会收到它。`,
  summary: (site) => `在${value(site)}的访视`,
  inCalendar: (name) => `如果您不能前来，请回复附有本文件的邮件，${value(name)}会收到您的回复。`,
};
