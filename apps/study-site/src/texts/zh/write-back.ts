// What the form says by which somebody outside writes back, sealed: what happened, and what to do next.
import { plural } from "@studydesk/domain/plural";
import type { WriteBackTexts } from "../en/write-back";

export const writeBack: WriteBackTexts = {
  title: "回复发送者",
  intro: "您的回复在这台设备上加密。只有发送笔记的人能读，服务器无法读取。",
  text: "您的回复",
  name: "您的姓名（可不填）",
  send: "加密发送",
  sending: "正在加密并发送…",
  used: (percent) => `最多 8 kB，已用 ${percent}%。`,
  sent: "已加密发送，等待发送笔记的人查看。您可以再写。",
  waitMinutes: (n) =>
    plural("zh", n, { other: "刚才发送得太多。您写的内容仍在这里：请等 # 分钟后再发送。" }),
  waitHours: (n) =>
    plural("zh", n, { other: "刚才发送得太多。您写的内容仍在这里：请等 # 小时后再发送。" }),
  problems: {
    empty: "请先写些内容，现在还没有可发送的。",
    tooLarge: "内容超过 8 kB，没有发送。请缩短，或分两次发送。",
    offline: "您没有连接网络。您写的内容仍在这里：连接后请再次发送。",
    unreachable: "服务器没有回应。请检查网络后再次发送：无论试几次，只会送达一份。",
    failed: "服务器暂时无法接收。您写的内容仍在这里：请等一分钟后再发送。",
    ended: "这个链接不再接收回复。您写的内容仍在这里：请复制下来，并询问发送者如何联系。",
    enough: "这个链接能接收的回复已满。您写的内容仍在这里：请复制下来，并向发送者索取新的链接。",
  },
};
