// The words of the mails about study alerts, by language. English gives them their shape.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { alerts as ar } from "./ar/alerts";
import { type AlertsTexts, alerts as en } from "./en/alerts";
import { alerts as es } from "./es/alerts";
import { alerts as zh } from "./zh/alerts";

export const alertsTexts: Readonly<Record<PublicLanguage, AlertsTexts>> = { en, es, zh, ar };
