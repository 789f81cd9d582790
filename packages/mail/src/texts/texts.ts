// The words of the mails that visitors get, by language and mail. English gives each its shape; a mail
// that lacks a language does not compile.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { messageCopy as ar } from "./ar/message-copy";
import { statusLink as arStatusLink } from "./ar/status-link";
import { messageCopy as en } from "./en/message-copy";
import { statusLink as enStatusLink } from "./en/status-link";
import { messageCopy as es } from "./es/message-copy";
import { statusLink as esStatusLink } from "./es/status-link";
import { messageCopy as zh } from "./zh/message-copy";
import { statusLink as zhStatusLink } from "./zh/status-link";

export const messageCopyTexts: Readonly<Record<PublicLanguage, typeof en>> = { en, es, zh, ar };

export const statusLinkTexts: Readonly<Record<PublicLanguage, typeof enStatusLink>> = {
  en: enStatusLink,
  es: esStatusLink,
  zh: zhStatusLink,
  ar: arStatusLink,
};
