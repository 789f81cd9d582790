// Instead of a form: what a study's status means for somebody who would like to take part, and where
// else to look.
import { isolate } from "@studydesk/domain/isolate";
import type { OverallStatus } from "@studydesk/domain/studies/imported-study";

const value = (text: string) => isolate("en", text);

const statusMeanings: Record<OverallStatus, string> = {
  RECRUITING: "This study is looking for people.",
  NOT_YET_RECRUITING: "This study has not started to look for people yet. It may do so later.",
  ENROLLING_BY_INVITATION: "This study only takes people whom its team invites.",
  ACTIVE_NOT_RECRUITING: "This study is under way and has found the people it needs.",
  COMPLETED: "This study has ended as planned.",
  SUSPENDED: "This study has paused. It may go on later.",
  TERMINATED: "This study was stopped early and will not start again.",
  WITHDRAWN: "This study was called off before anybody took part.",
  AVAILABLE: "The treatment can be asked for outside a study, through a doctor.",
  NO_LONGER_AVAILABLE: "The treatment can no longer be asked for outside a study.",
  TEMPORARILY_NOT_AVAILABLE:
    "The treatment cannot be asked for at the moment. It may be possible again later.",
  APPROVED_FOR_MARKETING:
    "The treatment has been approved: a doctor can prescribe it without a study.",
  WITHHELD: "The registry does not show the details of this study.",
  UNKNOWN:
    "The registry has not heard from this study for a long time, so nobody can say whether it still looks for people.",
};

export const elsewhere = {
  title: "This study takes no messages now",
  statusMeanings,
  noSite:
    "The registry lists this study as recruiting, but none of its study centres takes messages here at the moment.",
  lastKnown: (status: string) =>
    `When the registry last heard from it, its status was “${status}”.`,
  whyStopped: (reason: string) => `The registry gives a reason: ${value(reason)}`,
  look: "Where else to look",
  ourStudies: "Studies that are recruiting here",
  search: (condition: string) =>
    `Recruiting studies about ${value(condition)} in the public registry`,
  askContact: "Ask the contact of this study",
  talk: "Your doctor can also tell you about studies near you.",
  justStopped: "This study stopped taking messages while you were writing, so yours was not sent.",
  yourMessage: "What you wrote, to copy:",
};

export type ElsewhereTexts = typeof elsewhere;
