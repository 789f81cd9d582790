// The words of the contact form.
import { isolate } from "@studydesk/domain/isolate";
import type { FormTexts } from "../en/form";
import { minutes, promise } from "./durations";
import { formProblem } from "./form-problems";

const value = (text: string) => isolate("zh", text);

export const form: FormTexts = {
  title: "询问如何参加",
  intro: (siteName, city) => `您的留言会直接送到${value(siteName)}（${value(city)}）的研究团队。`,
  introSeveral: "您的留言会直接送到您所选中心的研究团队。",
  fieldNames: {
    site: "研究中心",
    first_name: "名字",
    last_name: "姓氏",
    email: "电子邮箱",
    phone: "电话",
    birth_year: "出生年份",
    language: "希望使用的语言",
    message: "您的留言",
    consent: "同意",
  },
  familyNameFirst: true,
  optional: "可不填",
  anyLanguage: "可以用英语",
  phoneHint: "如果是国外号码，请加上“+”和国家代码。",
  birthYearHint: (ages) => `请填写要参加的人的出生年份。这项研究的年龄要求：${ages}。`,
  messageHint: "请先不要写病情细节，研究团队与您通话时会询问。",
  sitePromise: (hours) => `会尽量在${promise(hours)}之内答复`,
  honeypot: "此栏请留空",
  send: "发送",
  afterSending: "您会收到一份电子邮件副本。",
  problem: formProblem,
  problemsTitle: (n) => (n === 1 ? "有一处需要再看看" : `有${n}处需要再看看`),
  problemsNote: "还没有发送任何内容，您填写的都还在。",
  tooManyTitle: "请稍等再发送",
  tooMany: (wait) =>
    `短时间内从您的网络发来了很多留言，所以这一条还没有发送。您填写的内容都还在：请在${minutes(wait)}后再发送一次。`,
  tooManyPhone: "如果您不想等，可以使用本页上的研究联系人。",
  failedTitle: "您的留言没有发送",
  failed: "我们这边出了问题。您填写的内容都还在：请稍后再发送一次。",
  tooLargeTitle: "一条留言放不下这么多内容",
  tooLarge:
    "您发送的内容太大，无法读取，所以没有发送，也没有显示在这里。如果您的浏览器可以返回上一页，您写的内容很可能还在那里。请缩短后再发送一次。",
  outsideTitle: "这项研究招募的是其他年龄的人",
  outside: (ages) =>
    `感谢您愿意出一份力。这项研究的年龄要求：${ages}。按您填写的出生年份，很可能无法参加。到目前为止，没有发送或保存任何内容。`,
  outsideOthers: "这些研究接受这个年龄的人：",
  outsideLook: "查看所有正在招募的研究",
  outsideStill: "您还是想写信给研究团队吗（例如替别人询问）？您填写的内容在下面。",
  sendAllTheSame: "仍然发送",
};
