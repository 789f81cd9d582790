// The words of the mails that visitors get, by language. English gives each mail its shape; a mail that
// lacks a language does not compile.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { alerts as arAlerts } from "./ar/alerts";
import { leadMessage as arLeadMessage } from "./ar/lead-message";
import { messageCopy as arMessageCopy } from "./ar/message-copy";
import { statusLink as arStatusLink } from "./ar/status-link";
import { type AlertsTexts, alerts as enAlerts } from "./en/alerts";
import { leadMessage as enLeadMessage, type LeadMessageTexts } from "./en/lead-message";
import { messageCopy as enMessageCopy, type MessageCopyTexts } from "./en/message-copy";
import { statusLink as enStatusLink, type StatusLinkTexts } from "./en/status-link";
import { alerts as esAlerts } from "./es/alerts";
import { leadMessage as esLeadMessage } from "./es/lead-message";
import { messageCopy as esMessageCopy } from "./es/message-copy";
import { statusLink as esStatusLink } from "./es/status-link";
import { alerts as zhAlerts } from "./zh/alerts";
import { leadMessage as zhLeadMessage } from "./zh/lead-message";
import { messageCopy as zhMessageCopy } from "./zh/message-copy";
import { statusLink as zhStatusLink } from "./zh/status-link";

interface MailTexts {
  messageCopy: MessageCopyTexts;
  statusLink: StatusLinkTexts;
  alerts: AlertsTexts;
  leadMessage: LeadMessageTexts;
}

export const mailTexts: Readonly<Record<PublicLanguage, MailTexts>> = {
  en: {
    messageCopy: enMessageCopy,
    statusLink: enStatusLink,
    alerts: enAlerts,
    leadMessage: enLeadMessage,
  },
  es: {
    messageCopy: esMessageCopy,
    statusLink: esStatusLink,
    alerts: esAlerts,
    leadMessage: esLeadMessage,
  },
  zh: {
    messageCopy: zhMessageCopy,
    statusLink: zhStatusLink,
    alerts: zhAlerts,
    leadMessage: zhLeadMessage,
  },
  ar: {
    messageCopy: arMessageCopy,
    statusLink: arStatusLink,
    alerts: arAlerts,
    leadMessage: arLeadMessage,
  },
};
