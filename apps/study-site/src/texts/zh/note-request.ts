// What the page behind a request link says, where somebody outside is asked for a note.
import { plural } from "@studydesk/domain/plural";
import type { NoteRequestTexts } from "../en/note-request";
import type { WriteBackTexts } from "../en/write-back";
import { reader } from "./reader";
import { writeBack } from "./write-back";

const { dateLocale, newTab, incompleteLink, clear } = reader;
const askForNew = "请向发送者索取新的链接。";

const write: WriteBackTexts = {
  ...writeBack,
  title: "写下您的笔记",
  intro:
    "您的笔记在这台设备上加密。只有请求的人能读，服务器无法读取。涉及任何人时，请只写对方需要的内容。",
  text: "您的笔记",
  sent: "已加密发送，等待请求的人查看。您可以再写一份。",
  problems: {
    ...writeBack.problems,
    ended: "这个链接不再接收笔记。您写的内容仍在这里：请复制下来，并向发送者索取新的链接。",
    enough: "这个链接能接收的笔记已满。您写的内容仍在这里：请复制下来，并向发送者索取新的链接。",
  },
};

export const noteRequest: NoteRequestTexts = {
  ...{ dateLocale, newTab, incompleteLink, clear },
  title: "有人请您写一份笔记",
  intro: "请求的内容只在这台设备上解开；服务器保存的是加密内容，无法读取。",
  fetching: "正在取回请求的内容…",
  again: "再试一次",
  askedBy: (name) => `${name} 请您写一份笔记`,
  takes: (notes, until) =>
    plural("zh", notes, { other: `这个链接还可以接收 # 份笔记，有效至 ${until}。` }),
  whoSent: "请在知道链接是谁发来的情况下再写。",
  notSecure: {
    title: "本页不是通过安全地址打开的",
    text: "浏览器只在安全地址（以 https:// 开头）上加密笔记。请向发送者索取这样的链接。",
  },
  noMatch: {
    title: "这个链接没有对应的请求",
    text: "请从您收到的消息中重新打开链接，或把整个链接复制到地址栏。如果仍不行，请询问发送者。",
  },
  keysExchanged: {
    title: "这个链接被人改动过",
    text: "您在这里写的内容可能会被别人读到，因此无法发送。请用其他方式告诉发来链接的人。",
  },
  changed: {
    title: "收到的内容与请求的不一致",
    text: "内容在途中被改动，因此没有显示，也无法发送。请重新打开链接；如果仍不行，请告诉发送者。",
  },
  ends: {
    expired: { title: "链接已过期", text: `有效期已结束。${askForNew}` },
    revoked: { title: "链接已被收回", text: "发送者已关闭它。请询问对方是否仍需要笔记。" },
    enough: { title: "链接已收满笔记", text: `已达到它能接收的份数。${askForNew}` },
    unknown: { title: "链接不再接收笔记", text: askForNew },
  },
  lastSent: {
    title: "已加密发送",
    text: "等待请求的人查看。这是该链接能接收的最后一份笔记，这台设备上没有保存任何内容。",
  },
  cleared: {
    title: "本页已没有任何内容",
    text: "请求的内容和您写的内容都没有保存在这台设备上。若要再写，请从消息中重新打开链接。",
  },
  problems: {
    unreachable: "服务器没有回应。请检查网络后再试。",
    failed: "服务器暂时无法回应。请等一分钟后再试。",
  },
  write,
};
