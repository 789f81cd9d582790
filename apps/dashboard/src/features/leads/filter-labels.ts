// The filters by the names that people read.
import type { ViewFilterName } from "@studydesk/domain/views/view-filters";

export const filterLabels: Readonly<Record<ViewFilterName, string>> = {
  statuses: "Status",
  studyIds: "Study",
  siteIds: "Site",
  ownerIds: "Owner",
  languages: "Language",
  sources: "Source",
  followUps: "Follow-up",
  age: "Arrived",
  lastContact: "Last contact",
  tried: "Outcome",
  hasNote: "My notes",
  arrived: "Came between",
  reasons: "Reason",
  stage: "Came as far as",
  shortOf: "Did not come to",
  failedLineIds: "Failed criterion",
  screening: "Questions",
  answers: "Answer",
  measured: "Measured",
  unexplained: "Closed without",
};
