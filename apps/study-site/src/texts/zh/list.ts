// The list of recruiting studies.
import type { ListTexts } from "../en/list";

export const list: ListTexts = {
  title: "正在招募的研究",
  intro: "这些研究正在寻找参加者。打开一项，可以看看它研究什么，并向研究团队询问。",
  none: "目前没有研究接收留言，请过些时候再来看看。",
  search: "在公共登记平台查找正在招募的研究",
  next: "更早的研究",
};
