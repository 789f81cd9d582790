// What happens after somebody wrote: said before they do, with the time that the centre really takes.

import type { AnswerTime } from "@studydesk/domain/contact/answer-time";
import { isolate } from "@studydesk/domain/isolate";
import type { AfterTexts } from "../en/after";
import { promise } from "./durations";

const value = (text: string) => isolate("zh", text);

const units: Record<AnswerTime["unit"], string> = { hour: "小时", day: "天", week: "周" };
const time = ({ count, unit }: AnswerTime) => `${count} ${units[unit]}`;

export const after: AfterTexts = {
  title: "您留言之后",
  goes: (siteName) => `您的留言会直接送到${value(siteName)}的研究团队。`,
  goesToChosen: "您的留言会直接送到您所选中心的研究团队。",
  usually: (answer) => `他们通常在大约 ${time(answer)}内回复。`,
  usuallyOf: (siteName, answer) => `${value(siteName)}通常在大约 ${time(answer)}内回复。`,
  usuallyHere: (answer) => `通常在大约 ${time(answer)}内回复`,
  aim: (hours) => `他们力争在 ${promise(hours)}内回复。`,
  aimOf: (siteName, hours) => `${value(siteName)}力争在 ${promise(hours)}内回复。`,
  measured: "这是实际统计，不是承诺：最近 60 天留言的人中，有一半在这段时间内得到了联系。",
  talk: "会有人给您打电话或写信，向您介绍更多情况，并问几个问题，看看这项研究是否适合您。",
  free: "您可以慢慢决定。咨询不代表必须参加，您随时可以停止。",
};
