// What may be wrong with a field of the contact form, and what to do about it.
import { isolate } from "@studydesk/domain/isolate";
import type {
  SubmissionField,
  SubmissionProblem,
} from "@studydesk/domain/submissions/submission-rules";
import type { FormProblem } from "../en/form-problems";

const missing: Record<SubmissionField, string> = {
  site: "يُرجى اختيار مركز الدراسة الذي تود مراسلته.",
  first_name: "يُرجى كتابة اسمك الأول.",
  last_name: "يُرجى كتابة اسم العائلة.",
  email: "يُرجى كتابة بريدك الإلكتروني لنرسل إليك نسخة.",
  phone: "يُرجى كتابة رقم هاتف ليتمكن فريق الدراسة من الاتصال بك.",
  birth_year: "يُرجى كتابة سنة الميلاد، أو ترك الخانة فارغة.",
  language: "يُرجى اختيار لغة.",
  message: "يُرجى كتابة رسالتك.",
  consent: "يُرجى وضع علامة في المربع. فمن دونها لا يجوز لأحد أن يتواصل معك، ولا يمكن إرسال رسالتك.",
};

const problems: Record<Exclude<SubmissionProblem, "missing">, string> = {
  too_long: "هذا أطول مما يمكننا حفظه. يُرجى اختصاره.",
  not_an_email: `لا يبدو هذا عنوان بريد إلكتروني. مثال على كتابته: ${isolate("ar", "name@example.org")}.`,
  too_few_digits: `هذا أقصر من أن يكون رقم هاتف. مثال على كتابته: ${isolate("ar", "202 555 0143")}، أو مع علامة ${isolate("ar", "+")} ورمز البلد.`,
  not_a_year: "يُرجى كتابة السنة بأربعة أرقام، مثل 1968، أو ترك الخانة فارغة.",
  not_a_language: "يُرجى اختيار لغة من القائمة.",
  not_offered: "لا يستقبل هذا المركز رسائل حاليًا. يُرجى اختيار مركز آخر.",
  wording_changed: "تغيّر النص أدناه. يُرجى قراءته مرة أخرى ثم وضع علامة في المربع.",
};

export const formProblem: FormProblem = (field, code) =>
  code === "missing" ? missing[field] : problems[code];
