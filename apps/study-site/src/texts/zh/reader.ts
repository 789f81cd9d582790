// What the page behind a shared link says: what happened, and what to do next.
import { plural } from "@studydesk/domain/plural";
import type { ReaderTexts } from "../en/reader";
import { writeBack } from "./write-back";

const askForNew = "请向发送者索取新的链接。";

export const reader: ReaderTexts = {
  dateLocale: "zh-Hans",
  title: "有人与您分享了笔记",
  intro: "请输入您收到的口令。笔记只在这台设备上解开；服务器保存的是加密内容，无法读取。",
  passcode: "口令",
  passcodeHint:
    "像 7K2M-9QXP-4T 这样的口令，横线、空格和大小写都不影响。由词语组成的口令，请完全按照对方告诉您的样子输入。",
  open: "打开笔记",
  checking: "正在核对口令…",
  fetching: "正在取回笔记…",
  incompleteLink: {
    title: "链接不完整",
    text: "# 后面的部分缺失或被截断。请从您收到的消息中重新打开链接，或把整个链接复制到地址栏。",
  },
  notSecure: {
    title: "本页不是通过安全地址打开的",
    text: "浏览器只在安全地址（以 https:// 开头）上解开笔记。请向发送者索取这样的链接。",
  },
  cleared: {
    title: "笔记已从本页清除",
    text: "这台设备上没有保存任何内容。若要再读，请在链接仍有效时从消息中重新打开。",
  },
  ends: {
    expired: { title: "链接已过期", text: `有效期已结束。${askForNew}` },
    used_up: {
      title: "链接已达到可打开的次数",
      text: `${askForNew}如果您从未打开过，请告诉对方。`,
    },
    revoked: { title: "链接已被收回", text: "发送者已关闭它。如仍需要这份笔记，请询问对方。" },
    reissued: {
      title: "已有新的链接",
      text: "发送者另外生成了一个链接代替它。请在您的消息中查找，或询问对方。",
    },
    too_many_failures: { title: "链接已关闭", text: `口令输错的次数太多。${askForNew}` },
    unknown: { title: "链接已无法打开", text: askForNew },
  },
  problems: {
    empty: "请先输入口令。口令是通过与链接不同的方式告诉您的。",
    noMatch: "这个链接和这个口令无法一起打开笔记。请核对口令后再试；如果仍不行，请询问发送者。",
    offline: "您没有连接网络。口令仍保留在这里：连接后请再次打开笔记，不会计入次数。",
    unreachable: "服务器没有回应。请检查网络后再次打开笔记：两分钟内重试算作同一次。",
    failed: "服务器暂时无法回应。请等一分钟后再打开笔记。",
    unreadable:
      "收到的内容与封存的不一致，因此没有显示。请再次打开笔记；如果仍不行，请向发送者索取新的链接。",
    noMemory: "这台设备的内存不足，无法核对口令。请关闭其他页面后再试，或换一台设备。",
  },
  waitMinutes: (n) => plural("zh", n, { other: "口令输错的次数太多。请等 # 分钟后再打开笔记。" }),
  waitHours: (n) => plural("zh", n, { other: "口令输错的次数太多。请等 # 小时后再打开笔记。" }),
  onlyHere: "内容只显示在本页：页面关闭或重新载入后就不在这里了。",
  lastView: "这是该链接的最后一次打开。",
  opensAgain: (times, until) =>
    plural("zh", times, { other: `链接还可以打开 # 次，有效至 ${until}。` }),
  shared: (n) => plural("zh", n, { other: "与您分享的 # 条笔记" }),
  sharedBy: (n, name) => `来自 ${name} 的 ${n} 条笔记`,
  written: "写于 ",
  from: "出自 ",
  newTab: (source) => `${source}（在新标签页中打开）`,
  revision: (revision) => `，版本 ${revision}`,
  print: "打印",
  clear: "从这台设备清除",
  writeBack,
};
