// A person's own page: how far their request has come, how to be contacted, taking everything back.
import { isolate } from "@studydesk/domain/isolate";
import type { StatusTexts } from "../en/status";
import { minutes, promise } from "./durations";

const value = (text: string) => isolate("zh", text);

export const status: StatusTexts = {
  title: "您的咨询",
  withTeam: (siteName, city) => `您的咨询在${value(siteName)}（${value(city)}）的研究团队那里。`,
  onlyYours: "这个页面只供您本人使用。任何人拿到网址都能打开，请不要转发给他人。",
  study: "这项研究的介绍",
  saved: "已保存，研究团队现在就能看到。",

  progress: {
    title: "进展到哪一步了",
    times: (city) => `时间以${value(city)}当地时间为准。`,
    states: { done: "已完成", now: "现在", ahead: "以后" },
    steps: {
      received: "收到您的留言",
      first_contact: "研究团队与您联系",
      questions: "了解您的情况",
      doctor: "研究医生查看您的回答",
      visit: "第一次到研究中心",
    },
    what: {
      received: "",
      first_contact: "工作人员会打电话或写信给您，详细介绍这项研究，并回答您的问题。",
      questions: "研究团队会和您一起逐项了解，看看这项研究是否可能适合您。",
      doctor: "由医生判断是否适合邀请您前来。",
      visit: "您可以在那里看完、问清楚所有内容再决定。在您签字之前，您都没有加入这项研究。",
    },
    waiting: (since) => `您从${since}开始等待。`,
    aim: (hours) => `研究中心会尽量在${promise(hours)}之内与您联系。`,
    late: "这次等待的时间超过了研究中心的目标。您的咨询仍然有效，不用再次发送。如果不想继续等，可以直接打电话给他们。",
    tried: (at) => `他们最近一次联系您是在${at}。`,
    visitAt: (at, length) => `您的访视：${at}，约${length}。`,
    place: (place) => `地点：${value(place)}`,
    noVisit: "研究团队会与您约定日期。",
    consented:
      "您已签署这项研究的知情同意书。研究团队现在会通过检查了解这项研究是否适合您；您可以随时停止。",
    ends: {
      withdrawn: {
        title: "您已撤回接受联系的同意",
        text: "不会再有人就这项研究给您打电话或写信。如果您改变主意，可以在研究网页上重新留言。",
      },
      declined: {
        title: "已结束：您不打算参加",
        text: "研究团队是这样记录的。如果情况不是这样，或者您改变了主意，请打电话给他们，或者重新留言。",
      },
      could_not_reach: {
        title: "研究团队没能联系上您",
        text: "他们试过联系您，目前已结束这次咨询。如果您仍然感兴趣，请打电话给他们，或者重新留言并留下能找到您的号码。",
      },
      withdrawn_in_study: {
        title: "您已撤回接受联系的同意",
        text: "不会再有人从这里给您打电话或写信。您也签署过这项研究的知情同意书，法律要求保留研究记录。如果您想退出研究本身，请告诉研究团队。",
      },
      not_suitable: {
        title: "这项研究目前不适合您",
        text: "每项研究只寻找特定的人群，询问的人中只有一部分能够参加。研究团队很乐意向您说明。感谢您付出的时间，也许另一项研究适合您。",
      },
      takes_part: {
        title: "您正在参加这项研究",
        text: "接下来的一切由研究团队告诉您。您可以随时停止，不需要说明原因。",
      },
      left_study: {
        title: "您已不再参加这项研究",
        text: "感谢您曾经参加。如果您有疑问，或者感到不舒服，请打电话给研究团队。",
      },
      closed: {
        title: "研究团队已结束这次咨询",
        text: "如果您认为弄错了，请打电话给他们，或者重新留言。",
      },
    },
  },

  wish: {
    title: "您希望怎样被联系？",
    hint: "研究团队会在您的号码旁边看到您的意愿，并尽量照办。",
    channel: "最方便的方式",
    channels: { phone: "打电话", email: "发电子邮件", text_message: "发短信" },
    hours: "一天中最方便的时间",
    hoursOf: { morning: "上午", afternoon: "下午", evening: "晚上", any: "任何时间" },
    save: "保存",
  },

  reach: "您可以打电话或写信给谁",

  sent: {
    title: "您发送的内容",
    hint: "这里只显示一部分，旁人看到屏幕也无从得知。",
    name: "姓名",
    email: "电子邮箱",
    phone: "电话",
    language: "语言",
    messages: "发送时间",
    wrong: "内容有误？请在研究团队联系您时告诉他们，或者再填一次表单。",
  },

  changes: "撤回",
  withdraw: {
    link: "我不想再被联系",
    title: "要撤回接受联系的同意吗？",
    what: [
      "此后研究团队不得再就这项研究给您打电话或写信，您的咨询也随之结束。",
      "您发送的内容仍保存在研究中心，以便说明为什么不能联系您。如果您希望连这些也不保留，可以选择全部删除。",
      "您不必说明原因，也不会影响您的医疗。",
    ],
    inStudy: [
      "此后研究团队不得再从这里给您打电话或写信。",
      "您也签署过这项研究的知情同意书。法律要求保留研究中关于您的记录。如果您想退出研究本身，请告诉研究团队。",
      "您不必说明原因，也不会影响您的医疗。",
    ],
    button: "撤回我的同意",
  },
  erase: {
    link: "删除关于我的一切",
    title: "要删除关于您的一切吗？",
    goesTitle: "以下内容将永久消失",
    goes: [
      "您的姓名、电子邮箱、电话号码、出生年份、语言和留言",
      "研究团队在这里写下的关于您的内容，包括私人笔记及其副本",
      "保存在这里、寄给您的邮件，包括尚未发出的",
      "用同一邮箱登记的研究提醒",
      "这个页面以及所有通向它的链接",
    ],
    staysTitle: "以下内容会保留，但看不出是您",
    stays: ["那一天有人留言、咨询进展到哪一步以及相应的时间", "曾经同意接受联系，后来又撤回"],
    notHere:
      "您的其他咨询各有自己的页面，请到那里删除。研究中心在别处保存的内容，例如纸质记录或备份，由他们自己处理；如果想确认，请直接询问他们。",
    sure: "我明白此操作无法撤销。",
    sureMissing: "请勾选方框，以免误删。",
    button: "删除关于我的一切",
    keptTitle: "这里无法删除",
    kept: "您正在参加或参加过这项研究。法律要求保留研究记录，因此不能一键删除。请询问研究团队可以怎样处理。",
  },
  inFooter: "已经给我们留过言？您的专属页面",
  back: "回到我的页面",

  erased: {
    title: "已全部删除",
    text: "这次咨询中已没有任何能看出您是谁的内容，研究团队也知道不得再联系您。通向您页面的链接已失效。",
    thanks: "感谢您曾经询问一项研究。",
  },

  unknown: {
    title: "这个链接无法使用",
    text: "链接可能不完整、已经过期，或者它指向的内容已被删除。您可以让我们再发一个新的链接。",
  },
  tooMany: {
    title: "请稍等片刻",
    text: (wait) => `您的网络在短时间内提出了太多请求。请在${minutes(wait)}后再试。`,
  },

  ask: {
    title: "您的专属页面链接",
    text: "凡是给我们留言询问研究的人，都会收到一封副本邮件。邮件里有一个链接，通向您的专属页面：您可以查看咨询进展、告诉我们您希望怎样被联系，也可以撤回一切。如果找不到那封邮件，可以让我们再发一次。",
    email: "您的电子邮箱",
    hint: "您在表单中填写的那一个。",
    problem: "请填写电子邮箱，例如 name@example.org。",
    button: "再次发送我的链接",
    askedTitle: "请查看您的邮箱",
    asked:
      "如果曾有人用这个邮箱给我们留言，带有链接的邮件已在发送途中。可能需要几分钟，也请看看垃圾邮件文件夹。",
    same: "为了保护每一个人，无论我们是否认识这个邮箱，这个页面都显示同样的内容。",
  },
};
