// The words of the mails that visitors get, by language and mail. English gives each its shape; a mail
// that lacks a language does not compile.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { messageCopy as ar } from "./ar/message-copy";
import { messageCopy as en } from "./en/message-copy";
import { messageCopy as es } from "./es/message-copy";
import { messageCopy as zh } from "./zh/message-copy";

export const messageCopyTexts: Readonly<Record<PublicLanguage, typeof en>> = { en, es, zh, ar };
