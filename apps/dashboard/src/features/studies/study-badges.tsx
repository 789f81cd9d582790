// What the registry says a study is doing, and what a study site does here: a dot and a word.
import type { OverallStatus } from "@studydesk/domain/studies/imported-study";
import type { RecruitingStatus } from "@studydesk/domain/studies/study-inputs";
import { overallStatusLabels } from "@studydesk/domain/studies/study-words";
import { DotBadge, type Tone } from "../../components/status-badge";

const overallTones: Readonly<Partial<Record<OverallStatus, Tone>>> = {
  RECRUITING: "good",
  ENROLLING_BY_INVITATION: "good",
  NOT_YET_RECRUITING: "new",
  ACTIVE_NOT_RECRUITING: "screening",
  SUSPENDED: "contacting",
  TERMINATED: "bad",
  WITHDRAWN: "bad",
};

export function OverallStatusBadge({ status }: { status: OverallStatus }) {
  return <DotBadge tone={overallTones[status] ?? "idle"}>{overallStatusLabels[status]}</DotBadge>;
}

export const recruitingLabels: Readonly<Record<RecruitingStatus, string>> = {
  recruiting: "Recruiting",
  paused: "Paused",
  closed: "Closed",
};

const recruitingTones: Readonly<Record<RecruitingStatus, Tone>> = {
  recruiting: "good",
  paused: "contacting",
  closed: "idle",
};

export function RecruitingBadge({ status }: { status: RecruitingStatus }) {
  return <DotBadge tone={recruitingTones[status]}>{recruitingLabels[status]}</DotBadge>;
}
