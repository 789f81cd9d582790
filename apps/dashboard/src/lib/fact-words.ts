// A fact about a person as people read it: the language and the way a lead came by their names, anything
// else as it is kept.
import { languageName } from "@studydesk/domain/leads/languages";
import type { LeadFactName } from "@studydesk/domain/leads/lead-facts";
import { leadSourceLabels, leadSources } from "@studydesk/domain/leads/lead-source";

export const sourceLabels = leadSourceLabels;

/** Null where the fact is not known. */
export function factWords(fact: LeadFactName, text: string | null): string | null {
  if (text === null || text === "") return null;
  if (fact === "language") return languageName(text);
  if (fact === "timeZone") return zoneWords(text);
  const source = fact === "source" ? leadSources.find((each) => each === text) : undefined;
  return source ? sourceLabels[source] : text;
}

/** "America/New_York" → "New York, America". */
export function zoneWords(timeZone: string): string {
  const [area = timeZone, ...places] = timeZone.replaceAll("_", " ").split("/");
  return places.length === 0 ? area : `${places.toReversed().join(", ")}, ${area}`;
}
