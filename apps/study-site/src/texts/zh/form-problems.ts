// What may be wrong with a field of the contact form, and what to do about it.
import type {
  SubmissionField,
  SubmissionProblem,
} from "@studydesk/domain/submissions/submission-rules";
import type { FormProblem } from "../en/form-problems";

const missing: Record<SubmissionField, string> = {
  site: "请选择您想联系的研究中心。",
  first_name: "请填写您的名字。",
  last_name: "请填写您的姓氏。",
  email: "请填写您的电子邮箱，以便我们给您发送副本。",
  phone: "请填写电话号码，以便研究团队给您打电话。",
  birth_year: "请填写出生年份，也可以留空。",
  language: "请选择一种语言。",
  message: "请写下您的留言。",
  consent: "请在方框中打勾。如果不打勾，任何人都不能与您联系，您的留言也无法发送。",
};

const problems: Record<Exclude<SubmissionProblem, "missing">, string> = {
  too_long: "内容太长，我们无法保存。请缩短一些。",
  not_an_email: "这看起来不像电子邮箱地址。请按这样的格式填写：name@example.org。",
  too_few_digits:
    "作为电话号码，这太短了。请按这样的格式填写：202 555 0143，或者加上“+”和国家代码。",
  not_a_year: "请用四位数字填写年份，例如1968，也可以留空。",
  not_a_language: "请从列表中选择一种语言。",
  not_offered: "这个研究中心目前不接收留言，请选择另一个。",
  wording_changed: "下面的文字有改动。请再读一遍，然后在方框中打勾。",
};

export const formProblem: FormProblem = (field, code) =>
  code === "missing" ? missing[field] : problems[code];
