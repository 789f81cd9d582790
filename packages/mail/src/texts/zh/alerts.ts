// Words of the mails about study alerts: the question whether somebody wants them, and the alerts.
import { isolate } from "@studydesk/domain/isolate";
import type { AlertsTexts } from "../en/alerts";

const value = (text: string) => isolate("zh", text);

export const alerts: AlertsTexts = {
  confirm: {
    subject: "请确认您的研究提醒",
    title: "您想接收研究提醒吗？",
    asked:
      "有人（可能就是您）请我们在有研究开始招募参与者时，向这个邮箱发送邮件。对方填写的要求是：",
    press: "如果没有错，请打开下面的链接，并点击页面上的按钮。只有这样才会生效。",
    button: "查看并确认",
    until: "链接七天内有效。如果不是您填写的，不必理会，您不会再收到这方面的邮件。",
  },
  known: {
    subject: "您的研究提醒",
    title: "您已经在接收这项提醒",
    asked: "有人（可能就是您）用这个邮箱再次登记了一项您已经确认过的提醒：",
    press: "不需要再次确认，这项提醒会照常继续。您可以更改或停止它。",
    button: "更改或停止这项提醒",
  },
  onceOnly: "您收到这封邮件，是因为有人在我们的研究提醒登记页面填写了这个邮箱地址。",
  alert: {
    subject: (n) => (n === 1 ? "有一项研究符合您的要求" : `有${n}项研究符合您的要求`),
    title: (n) => (n === 1 ? "有一项研究正在招募参与者" : `有${n}项研究正在招募参与者`),
    intro: "现在可以给研究团队留言了，内容也符合您登记的要求。",
    reopened: "这项研究曾暂停招募，现在又可以留言了。",
    centre: (site, city) => `${value(site)}（${value(city)}）`,
    distance: (distance, town) => `距${value(town)}约${distance}`,
    read: "了解这项研究",
    free: "是否联系他们完全由您决定。研究是在寻找目前还没有人知道的答案；您的医生可以帮您一起考虑。",
    yourAlerts: "您登记的要求",
    change: "更改或停止",
    stopAll: "立即停止所有研究提醒",
    footer: "您收到这封邮件，是因为您确认过用这个邮箱接收研究提醒。这类邮件每周最多一封。",
  },
};
