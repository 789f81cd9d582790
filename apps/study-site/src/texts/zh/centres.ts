// Study centres: the nearest first, and what to do where one takes no messages.
import { isolate } from "@studydesk/domain/isolate";
import type { CentresTexts } from "../en/centres";

const value = (text: string) => isolate("zh", text);

export const centres: CentresTexts = {
  findTitle: "查找最近的中心",
  town: "城市或城镇",
  townHint: "例如：杭州",
  sort: "按距离排序",
  useLocation: "使用我的位置",
  locating: "正在向浏览器询问您的位置…",
  locationRefused: "浏览器没有提供您的位置，请输入城市名称。",
  privacy: "位置在发送前会模糊到约十公里，只用于这个列表，不会保存。",
  from: (place) => `按与${value(place)}的距离由近到远排列。`,
  fromHere: "按与您的距离由近到远排列。",
  asTheCrowFlies: "距离为直线距离。",
  which: (typed) => `有好几个地方叫“${value(typed)}”，您指的是哪一个？`,
  another: "您指的是别的地方吗？",
  near: (town) => `${value(town)}附近`,
  unknown: (typed) =>
    `没有找到名为“${value(typed)}”的城镇。请检查写法，或试试附近较大的城市。这里不能识别邮政编码。`,
  empty: "请输入城市或城镇名称。",
  tooMany: "您所在的网络查询次数过多，请过几分钟再试。",
  failed: "目前无法查询城镇。下面列出了全部研究中心。",
  reset: "重新显示完整列表",
  noDistance: "距离未知",
  inCountry: (n) => `${n} 个研究中心`,
  noCountry: "其他地点",
  write: "给这个中心留言",
  placeCredit: "城镇名称和位置来自 GeoNames（CC BY 4.0）。",
  pausedTitle: (siteName) => `${value(siteName)}目前不接收关于这项研究的留言`,
  pausedAskOthers: "其他研究中心仍在接收，您可以用本页的表单给他们留言。",
};
