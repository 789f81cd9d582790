// Words of the mail that gives people the links to their own pages again.
import { isolate } from "@studydesk/domain/isolate";
import type { StatusLinkTexts } from "../en/status-link";

const value = (text: string) => isolate("zh", text);

export const statusLink: StatusLinkTexts = {
  subject: "您的私人链接",
  title: "您的私人链接",
  asked: "有人（多半是您本人）请我们重新发送用这个邮箱提交过的咨询的链接。每项咨询都有自己的页面：",
  request: (study, site) => `${value(study)}（${value(site)}）`,
  open: "打开这个页面",
  keepToYourself:
    "这些链接只供您本人使用。任何人拿到链接，都能看到相应的咨询，也能将其删除，请不要转发这封邮件。链接在十二个月内有效。",
  notYou: "如果不是您要求的，不必理会，什么都没有改变。",
  footer: "您收到这封邮件，是因为有人在我们的私人链接页面填写了这个邮箱地址。回复不会有人查看。",
};
