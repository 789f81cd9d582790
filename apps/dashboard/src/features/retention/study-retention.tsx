// How long people are kept at each site of a study, what the clock would erase today and within thirty days, and what
// it did. Shown to admins of a site and to the owner.
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { ErrorNote } from "../../components/states";
import { useTRPC } from "../../lib/trpc";
import { SiteRetention } from "./site-retention";
import classes from "./study-retention.module.css";

export function StudyRetention({ studyId }: { studyId: number }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.retention.read.queryOptions(
      { studyId },
      {
        retry: false,
        // A run tells of itself only by what it has done so far.
        refetchInterval: ({ state }) =>
          state.data?.some(({ runs }) => runs.some(({ endedAt }) => endedAt === null))
            ? 1500
            : false,
      },
    ),
  );
  const part = useRef<HTMLElement>(null);
  const isAskedFor = useLocation({ select: ({ hash }) => hash === "retention" });
  const isThere = Boolean(data?.length);
  // It comes after the study's own part: nothing stood there when the address was followed.
  useEffect(() => {
    if (isAskedFor && isThere) part.current?.scrollIntoView();
  }, [isAskedFor, isThere]);
  // Whoever sees to no site, or has no such study in front of them, finds nothing here.
  if (!data?.length && !(error && data)) return null;
  return (
    <section ref={part} className={classes.part} aria-labelledby="retention">
      <h2 id="retention" className={classes.title}>
        How long people are kept
      </h2>
      <p className={classes.quiet}>
        Off until somebody sets it. A person who is due loses name, contact and words for good; the
        counts stay.
      </p>
      {error ? <ErrorNote error={error} /> : null}
      {data.map((site) => (
        <SiteRetention key={site.studySiteId} site={site} />
      ))}
    </section>
  );
}
