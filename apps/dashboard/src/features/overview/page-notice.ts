// The line that stands above a plain-language text on the public page, as the desk speaks of it.
import type { OverviewOrigin } from "@studydesk/domain/studies/overview";

export function pageNotice(origin: OverviewOrigin, publishedAt: string): string {
  const date = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(publishedAt));
  return origin === "ai"
    ? `Plain-language summary written by AI, checked by the study team on ${date}.`
    : `Plain-language summary by the study team, ${date}.`;
}

/** Where a draft came from. */
export function originWords(origin: OverviewOrigin, model: string | null): string {
  if (origin === "person") return "Written by hand";
  return model ? `Drafted by AI (${model})` : "Drafted by AI";
}
