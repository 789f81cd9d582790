// What stands around every page, and the pages for when there is nothing to show.
import { isolate } from "@studydesk/domain/isolate";
import { localeOf } from "@studydesk/domain/public-language";
import type { FrameTexts } from "../en/frame";

export const frame: FrameTexts = {
  dateLocale: localeOf("zh"),
  comma: "，",
  brand: "临床研究",
  skipToContent: "跳到正文",
  allStudies: "正在招募的研究",
  yourNotes: "您的笔记",
  addNote: "写笔记",
  noteInvitation: "选中本页的任何文字，就可以写笔记。笔记只有您自己能看到；您也可以凭口令分享。",
  notesNotLoaded: "未能加载您的笔记。请检查网络后再试。",
  languages: "语言",
  demo: "这是演示网站。您在这里发送的任何内容都不会送到医院或研究团队。",
  footer: "研究资料来自公共登记平台 ClinicalTrials.gov，不能代替医生的建议。",
  notFound: {
    title: "这里没有网页",
    text: "网址可能有误，或者这项研究没有列在这里。请在正在招募的研究中查找，或者用研究编号在公共登记平台查找。",
    registry: "搜索 ClinicalTrials.gov",
  },
  problem: {
    title: "没有成功",
    tooLarge: "您发送的内容太大，我们无法接收。请缩短后再发送一次。",
    tooMany: "短时间内从您的网络发来了很多请求。请等几分钟再试。",
    notTaken: "您发送的内容无法接收。请返回上一页，重新打开网页后再试一次。",
    broken: "我们这边出了问题。请稍后再试。",
    requestId: (id) => `如果再次出现，请把这个编号告诉研究中心：${isolate("zh", id)}`,
    back: "正在招募的研究",
  },
};
