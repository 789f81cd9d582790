// The values of two leads as they stand side by side.

import { preferenceWords } from "@studydesk/domain/contact/contact-preference";
import type { MergeField } from "@studydesk/domain/duplicates/merge-fields";
import { fullName } from "@studydesk/domain/leads/full-name";
import { languageName } from "@studydesk/domain/leads/languages";
import { leadSourceLabels } from "@studydesk/domain/leads/lead-source";
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { statusReasonLabels } from "@studydesk/domain/leads/status-reasons";
import { zoneWords } from "../../lib/fact-words";
import { dayAndTimeWords } from "../../lib/time-words";
import type { LeadView } from "./duplicate-types";

/** Undefined: nothing is known. */
export function fieldWords(lead: LeadView, field: MergeField, now: Date): string | undefined {
  switch (field) {
    case "name":
      return fullName(lead);
    case "email":
      return lead.email || undefined;
    case "phone":
      return (lead.phoneShown ?? lead.phoneTyped) || undefined;
    case "birthYear":
      return lead.birthYear?.toString();
    case "language":
      return lead.language === null ? undefined : languageName(lead.language);
    case "timeZone":
      return zoneWords(lead.timeZone);
    case "status":
      return lead.statusReason === null
        ? leadStatusLabels[lead.status]
        : `${leadStatusLabels[lead.status]}: ${statusReasonLabels[lead.statusReason].toLowerCase()}`;
    case "owner":
      return lead.ownerName ?? undefined;
    case "followUp": {
      if (lead.followUpAt === null) return undefined;
      const note = lead.followUpNote ? ` · ${lead.followUpNote}` : "";
      return dayAndTimeWords(lead.followUpAt, now) + note;
    }
    case "source":
      return leadSourceLabels[lead.source];
    case "preference":
      return preferenceWords(lead.preference);
  }
}

export const nothingWords: Readonly<Partial<Record<MergeField, string>>> = {
  owner: "Nobody",
  followUp: "None",
  preference: "None said",
};
