// A lead's questions for whoever sees the lead, with how often each criterion excluded somebody: by that the
// next question is chosen on the screen, press by press.
import { countAnswersByLine } from "@studydesk/db/screening/tally-queries";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { fits } from "@studydesk/domain/screening/answer";
import type { ReadScreeningInput } from "@studydesk/domain/screening/answer-input";
import type { LineTally } from "@studydesk/domain/screening/ask-next";
import type { Deps } from "../deps";
import { getLead } from "../leads/save-lead";
import { readScreening, type ScreeningView } from "./read-screening";

export interface OpenedScreening extends ScreeningView {
  /** Of the newest answers in this study; a line without any is left out. */
  tallies: LineTally[];
}

export async function openScreening(
  { db }: Pick<Deps, "db">,
  viewer: Viewer,
  { leadId }: ReadScreeningInput,
): Promise<OpenedScreening> {
  const screening = await readScreening(db, viewer, await getLead(db, viewer, leadId));
  const lineIds = screening.lines.map(({ criterion }) => criterion.lineId);
  const counts = await countAnswersByLine(db, lineIds);
  const tallies = [...Map.groupBy(counts, ({ lineId }) => lineId)].map(([lineId, ofLine]) => ({
    lineId,
    answered: ofLine.reduce((sum, { count }) => sum + count, 0),
    excluded: ofLine.reduce(
      (sum, { kind, answer, count }) => (fits(kind, answer) === false ? sum + count : sum),
      0,
    ),
  }));
  return { ...screening, tallies };
}
