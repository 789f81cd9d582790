// Study alerts: the sign-up, the yes to it, and the reader's own page with the ways to change and to end.
import { isolate } from "@studydesk/domain/isolate";
import type { AlertField, AlertProblem } from "@studydesk/domain/subscriptions/subscription-input";
import type { AlertsTexts } from "../en/alerts";
import { minutes } from "./durations";

const value = (text: string) => isolate("zh", text);

const missing: Record<AlertField, string> = {
  condition: "请写下您想了解的疾病。",
  place: "请写一个城镇。",
  radius: "请选择您能去多远的地方。",
  email: "请填写电子邮箱，提醒会发到那里。",
};
const problems: Record<Exclude<AlertProblem, "missing">, string> = {
  too_long: "内容过长，无法保存，请缩短一些。",
  not_an_email: "这看起来不像电子邮箱地址。请按 name@example.org 的样子填写。",
  no_words: "请填写疾病名称；如果不限疾病，请留空。",
  unknown_place: "我们找不到这个城镇。请检查写法，或填写附近一个较大的城市。",
  which_place: "有好几个地方叫这个名字，请选择您的那一个。",
  known_already: "您已有一项完全相同的提醒。请更改那一项，或停止其中一项。",
};

export const alerts: AlertsTexts = {
  link: "有类似的研究开始招募时，发邮件告诉我",
  linkAny: "有研究开始招募时，发邮件告诉我",
  title: "及时知道新开放的研究",
  intro: "有符合您要求的研究开始招募参加者时，我们会给您发邮件，您不用一直留意。",
  fromStudy: (title) => `您是从这项研究的网页来的：${value(title)}`,
  fieldNames: {
    condition: "疾病",
    place: "城镇",
    radius: "您能去多远的地方",
    email: "电子邮箱",
  },
  language: "邮件的语言",
  conditionHint:
    "请从列表中选择，或填写常用名称。研究资料多以英文登记，填写英文名称更容易找到。留空则接收所有研究的提醒。",
  placeHint: "不限地点请留空。",
  honeypot: "请将此栏留空",
  problem: (field, code) => (code === "missing" ? missing[field] : problems[code]),
  problemsTitle: (n) => `有${n}处需要再看一下`,
  tooManyTitle: "请稍等一会儿",
  tooMany: (wait) =>
    `短时间内有很多人从您的网络登记。您填写的内容还在这里，请在${minutes(wait)}后再次发送。`,
  send: "给我发提醒",
  afterSending: "您会先收到一封带链接的邮件。在您点击确认之前，什么都不会开始。",
  asked: {
    title: "现在请查看您的邮箱",
    text: "如果邮箱地址没有填错，一封邮件正在发送途中，请在邮件里确认。确认之后提醒才会开始。",
    unwanted: "如果一小时内没有收到，请看看垃圾邮件，或者再登记一次。",
  },
  confirm: {
    title: "您想接收这些提醒吗？",
    button: "是的，给我发这些提醒",
    otherwise: "如果不想接收，请关闭本页，我们不会发送任何内容。",
  },
  confirmed: {
    title: "您的提醒已经开始",
    text: "有符合您要求的研究开始招募参加者时，我们会给您发邮件。",
    openNow: "以下研究符合您的要求，现在就在招募",
    change: "更改或停止这项提醒",
  },
  preferences: {
    title: "您的研究提醒",
    now: "有符合以下要求的研究开放时，我们会给您发邮件：",
    saved: "已保存。今后将按这些要求提醒您。",
    change: "更改",
    save: "保存",
    stop: "停止这项提醒",
    stopHint: "您的其他提醒会继续。",
    erase: "删除我的信息",
    eraseHint: "停止发往您邮箱的所有提醒，并删除邮箱地址以及我们保存的与提醒有关的全部信息。",
  },
  unsubscribe: {
    title: "要停止所有研究提醒吗？",
    text: "这个邮箱将不再收到研究提醒。",
    button: "停止所有研究提醒",
  },
  ended: {
    title: "提醒已经停止",
    text: "我们不会再就此发送任何邮件。您随时可以重新登记。",
  },
  forgotten: {
    title: "您的信息已删除",
    text: "您的邮箱地址以及与提醒有关的全部信息都已在这里删除。您写给研究团队的留言不在其内，仍由该团队保存。",
  },
  gone: {
    title: "这个链接打不开任何内容",
    text: "链接不完整、已经过期，或者它对应的内容已经结束。不会因为这个链接发送任何提醒。",
    again: "登记研究提醒",
  },
};
