// What somebody agrees to who signs up for study alerts. A subscription keeps the number of the wording
// it was made under: a new wording is a new entry at the end, an old one is never changed.
import type { PublicLanguage } from "../public-language";

const wordings: readonly Readonly<Record<PublicLanguage, string>>[] = [
  {
    en: "We write to this address when a study that fits begins to look for people: once a week at most, and about nothing else. Every one of these mails has a link that stops them at once.",
    es: "Escribiremos a esta dirección cuando un estudio que corresponda empiece a buscar participantes: como máximo una vez por semana y sobre nada más. Cada uno de esos correos lleva un enlace para dejar de recibirlos de inmediato.",
    zh: "当符合您要求的研究开始招募参与者时，我们会向此邮箱发送邮件：每周最多一封，不涉及其他内容。每封邮件中都有可立即停止接收的链接。",
    ar: "سنراسلك على هذا العنوان عندما تبدأ دراسة توافق طلبك في البحث عن مشاركين: مرة واحدة في الأسبوع على الأكثر، ولن نكتب عن أي شيء آخر. وفي كل رسالة من هذه الرسائل رابط يوقفها فورًا.",
  },
];

/** Counts from one. */
export const alertConsentVersion = wordings.length;

/** The wording that is in force. */
export function alertConsentText(language: PublicLanguage): string {
  const newest = wordings.at(-1);
  if (!newest) throw new Error("There is no wording of the consent to alerts.");
  return newest[language];
}
