// Words around a mail that a study's team writes to a person.
import { isolate } from "@studydesk/domain/isolate";
import type { LeadMessageTexts } from "../en/lead-message";

const value = (text: string) => isolate("zh", text);

export const leadMessage: LeadMessageTexts = {
  answer: (name) => `您可以直接回复本邮件，${value(name)}会收到您的回复。`,
  ownPage:
    "在您的个人页面上，您可以查看申请的进展，说明希望以何种方式联系您，或表示不希望再被联系：",
  openOwnPage: "打开我的页面",
  footer: (site) => `您收到本邮件，是因为您曾向${value(site)}询问一项研究。本邮件只与该研究有关。`,
};
