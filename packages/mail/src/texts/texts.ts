// The words of the mails that visitors get, by language. English gives each mail its shape; a mail that
// lacks a language does not compile.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { alerts as arAlerts } from "./ar/alerts";
import { messageCopy as arMessageCopy } from "./ar/message-copy";
import { statusLink as arStatusLink } from "./ar/status-link";
import { type AlertsTexts, alerts as enAlerts } from "./en/alerts";
import { messageCopy as enMessageCopy, type MessageCopyTexts } from "./en/message-copy";
import { statusLink as enStatusLink, type StatusLinkTexts } from "./en/status-link";
import { alerts as esAlerts } from "./es/alerts";
import { messageCopy as esMessageCopy } from "./es/message-copy";
import { statusLink as esStatusLink } from "./es/status-link";
import { alerts as zhAlerts } from "./zh/alerts";
import { messageCopy as zhMessageCopy } from "./zh/message-copy";
import { statusLink as zhStatusLink } from "./zh/status-link";

interface MailTexts {
  messageCopy: MessageCopyTexts;
  statusLink: StatusLinkTexts;
  alerts: AlertsTexts;
}

export const mailTexts: Readonly<Record<PublicLanguage, MailTexts>> = {
  en: { messageCopy: enMessageCopy, statusLink: enStatusLink, alerts: enAlerts },
  es: { messageCopy: esMessageCopy, statusLink: esStatusLink, alerts: esAlerts },
  zh: { messageCopy: zhMessageCopy, statusLink: zhStatusLink, alerts: zhAlerts },
  ar: { messageCopy: arMessageCopy, statusLink: arStatusLink, alerts: arAlerts },
};
