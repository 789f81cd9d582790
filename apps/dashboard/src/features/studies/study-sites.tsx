// The sites that take part in a study here, each with whether it takes messages, and the steps that
// this person may take.
import { Button } from "@mantine/core";
import type { RecruitingStatus } from "@studydesk/domain/studies/study-inputs";
import { isRecruitingStatus } from "@studydesk/domain/studies/study-words";
import { ErrorNote } from "../../components/states";
import { isStale } from "../../lib/error-sentence";
import { RecruitingBadge, recruitingLabels } from "./study-badges";
import classes from "./study-sites.module.css";
import type { StudySite, StudyView } from "./study-types";
import { useSetRecruiting } from "./use-set-recruiting";

export function StudySites({ study }: { study: StudyView }) {
  const takesMessages = study.studySites.some(({ recruiting }) => recruiting === "recruiting");
  return (
    <>
      {study.studySites.length === 0 ? (
        <p className={classes.none}>
          None yet, so the public page takes no messages.
          {study.abilities.link ? " Link one of the locations below." : ""}
        </p>
      ) : (
        <ul className={classes.sites}>
          {study.studySites.map((studySite) => (
            <StudySiteRow key={studySite.id} studySite={studySite} />
          ))}
        </ul>
      )}
      {takesMessages && !isRecruitingStatus(study.overallStatus) ? (
        <p className={classes.hint}>
          The record does not say that this study recruits. Until an import says so, the public page
          shows where else to look, and no study site takes messages.
        </p>
      ) : null}
    </>
  );
}

const steps: Readonly<Record<RecruitingStatus, readonly { to: RecruitingStatus; name: string }[]>> =
  {
    recruiting: [
      { to: "paused", name: "Pause" },
      { to: "closed", name: "Close" },
    ],
    paused: [
      { to: "recruiting", name: "Recruit again" },
      { to: "closed", name: "Close" },
    ],
    closed: [{ to: "recruiting", name: "Recruit again" }],
  };

function StudySiteRow({ studySite }: { studySite: StudySite }) {
  const { set, isPending, error, asked } = useSetRecruiting(studySite);
  return (
    <li>
      <div className={classes.line}>
        <div className={classes.name}>
          <strong>{studySite.siteName}</strong> <span>{studySite.siteCity}</span>
        </div>
        <RecruitingBadge status={studySite.recruiting} />
      </div>
      {studySite.abilities.setRecruiting ? (
        <div className={classes.steps}>
          {steps[studySite.recruiting].map(({ to, name }) => (
            <Button
              key={to}
              size="compact-sm"
              variant="default"
              disabled={isPending}
              aria-label={`${name}: ${studySite.siteName}`}
              onClick={() => set(to, studySite.version)}
            >
              {name}
            </Button>
          ))}
        </div>
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
      {asked && isStale(error) ? (
        <p className={classes.hint}>
          You asked for “{recruitingLabels[asked.status]}”. Now it is “
          {recruitingLabels[studySite.recruiting]}”.
        </p>
      ) : null}
    </li>
  );
}
