// What happens after somebody wrote, with the time that the centre really takes to answer: measured over
// the last 60 days, or else the centre's own aim.
import { sayableAnswerTime } from "@studydesk/domain/contact/answer-time";
import type { RecruitingSite } from "@studydesk/domain/studies/study-page";
import { gapIn } from "../texts/gap-in";
import type { Texts } from "../texts/texts";

export function AfterWriting({ t, sites }: { t: Texts; sites: RecruitingSite[] }) {
  const [site, ...others] = sites;
  if (!site) return null;
  const isMeasured = sites.some(({ usualAnswerHours }) => usualAnswerHours !== undefined);
  return (
    <section aria-labelledby="after">
      <h2 id="after">{t.after.title}</h2>
      <ol className="steps">
        <li>
          {others.length === 0 ? (
            <>
              {t.after.goes(site.name)}
              {gapIn(t.lang)}
              {answerTimeOf(t, site)}
            </>
          ) : (
            <>
              {t.after.goesToChosen}
              <ul>
                {sites.map((one) => (
                  <li key={one.id}>{answerTimeAt(t, one)}</li>
                ))}
              </ul>
            </>
          )}
          {isMeasured && <p className="quiet small">{t.after.measured}</p>}
        </li>
        <li>{t.after.talk}</li>
        <li>{t.after.free}</li>
      </ol>
    </section>
  );
}

/** One sentence about the only centre there is. */
export function answerTimeOf(
  t: Texts,
  site: Pick<RecruitingSite, "promiseHours" | "usualAnswerHours">,
): string {
  const { usualAnswerHours, promiseHours } = site;
  if (usualAnswerHours === undefined) return t.after.aim(promiseHours);
  return t.after.usually(sayableAnswerTime(usualAnswerHours));
}

function answerTimeAt(t: Texts, { name, usualAnswerHours, promiseHours }: RecruitingSite): string {
  if (usualAnswerHours === undefined) return t.after.aimOf(name, promiseHours);
  return t.after.usuallyOf(name, sayableAnswerTime(usualAnswerHours));
}
