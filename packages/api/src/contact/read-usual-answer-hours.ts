// How soon a site really answers, over the last 60 days, for everybody to see.
import { listAnswerTimes } from "@studydesk/db/contact/answer-time-queries";
import { answerTimeDays, medianAnswerHours } from "@studydesk/domain/contact/answer-time";
import type { Deps } from "../deps";

const hourMs = 3_600_000;

/** Undefined when too few wrote, or too few were reached, to say. */
export async function readUsualAnswerHours(
  { db, now }: Pick<Deps, "db" | "now">,
  siteId: number,
): Promise<number | undefined> {
  const at = now().getTime();
  const since = new Date(at - answerTimeDays * 24 * hourMs).toISOString();
  const times = await listAnswerTimes(db, siteId, since);
  return medianAnswerHours(
    times.map(({ createdAt, firstContactAt }) => {
      const until = firstContactAt === null ? at : Date.parse(firstContactAt);
      return { hours: (until - Date.parse(createdAt)) / hourMs, reached: firstContactAt !== null };
    }),
  );
}
