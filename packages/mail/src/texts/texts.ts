// The words of the mails that visitors get, by language. English gives each mail its shape; a mail that
// lacks a language does not compile.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { alerts as arAlerts } from "./ar/alerts";
import { leadMessage as arLeadMessage } from "./ar/lead-message";
import { messageCopy as arMessageCopy } from "./ar/message-copy";
import { statusLink as arStatusLink } from "./ar/status-link";
import { visit as arVisit } from "./ar/visit";
import { type AlertsTexts, alerts as enAlerts } from "./en/alerts";
import { leadMessage as enLeadMessage, type LeadMessageTexts } from "./en/lead-message";
import { messageCopy as enMessageCopy, type MessageCopyTexts } from "./en/message-copy";
import { statusLink as enStatusLink, type StatusLinkTexts } from "./en/status-link";
import { visit as enVisit, type VisitTexts } from "./en/visit";
import { alerts as esAlerts } from "./es/alerts";
import { leadMessage as esLeadMessage } from "./es/lead-message";
import { messageCopy as esMessageCopy } from "./es/message-copy";
import { statusLink as esStatusLink } from "./es/status-link";
import { visit as esVisit } from "./es/visit";
import { alerts as zhAlerts } from "./zh/alerts";
import { leadMessage as zhLeadMessage } from "./zh/lead-message";
import { messageCopy as zhMessageCopy } from "./zh/message-copy";
import { statusLink as zhStatusLink } from "./zh/status-link";
import { visit as zhVisit } from "./zh/visit";

interface MailTexts {
  messageCopy: MessageCopyTexts;
  statusLink: StatusLinkTexts;
  alerts: AlertsTexts;
  leadMessage: LeadMessageTexts;
  visit: VisitTexts;
}

export const mailTexts: Readonly<Record<PublicLanguage, MailTexts>> = {
  en: {
    messageCopy: enMessageCopy,
    statusLink: enStatusLink,
    alerts: enAlerts,
    leadMessage: enLeadMessage,
    visit: enVisit,
  },
  es: {
    messageCopy: esMessageCopy,
    statusLink: esStatusLink,
    alerts: esAlerts,
    leadMessage: esLeadMessage,
    visit: esVisit,
  },
  zh: {
    messageCopy: zhMessageCopy,
    statusLink: zhStatusLink,
    alerts: zhAlerts,
    leadMessage: zhLeadMessage,
    visit: zhVisit,
  },
  ar: {
    messageCopy: arMessageCopy,
    statusLink: arStatusLink,
    alerts: arAlerts,
    leadMessage: arLeadMessage,
    visit: arVisit,
  },
};
