// The visits of a lead, from the investigator's signature on: what is planned, how each went, and a further one.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { KeyHint } from "../../../../components/key-hint";
import { ErrorNote } from "../../../../components/states";
import { useKeys } from "../../../../lib/keys/use-keys";
import { useTRPC } from "../../../../lib/trpc";
import type { LeadView } from "../../lead-types";
import classes from "./lead-visits.module.css";
import { VisitForm } from "./visit-form";
import { VisitItem } from "./visit-item";

/** Null where there can be none yet. */
export function LeadVisits({ lead }: { lead: LeadView }) {
  const canHave = lead.abilities.planVisit || lead.milestones.eligibleAt !== null;
  return canHave && lead.erasedAt === null ? <Visits key={lead.id} lead={lead} /> : null;
}

function Visits({ lead }: { lead: LeadView }) {
  const trpc = useTRPC();
  const asked = useQuery(trpc.visits.list.queryOptions({ leadId: lead.id }));
  /** The visit that is changed, or a new one. */
  const [open, setOpen] = useState<number | "new">();
  const { planVisit } = lead.abilities;
  const visits = asked.data?.visits ?? [];
  const changed = visits.find(({ id }) => id === open);
  useKeys(
    "The lead",
    planVisit ? [{ keys: "p", name: "Plan a visit", run: () => setOpen("new") }] : [],
  );
  const isStray = !planVisit && visits.some(({ state }) => state === "planned");
  return (
    <section className={classes.visits} aria-labelledby="lead-visits">
      <div className={classes.head}>
        <h2 id="lead-visits" className={classes.title}>
          Visits
        </h2>
        {planVisit ? (
          <Button
            size="compact-sm"
            variant={visits.some(({ state }) => state === "planned") ? "default" : "filled"}
            rightSection={<KeyHint keys="p" />}
            aria-expanded={open === "new"}
            onClick={() => setOpen(open === "new" ? undefined : "new")}
          >
            Plan a visit
          </Button>
        ) : null}
      </div>
      {asked.isError && !asked.data ? <ErrorNote error={asked.error} /> : null}
      {open !== undefined && asked.data ? (
        <VisitForm
          key={open}
          lead={lead}
          {...(changed ? { visit: changed } : {})}
          usual={asked.data.usual}
          onDone={() => setOpen(undefined)}
        />
      ) : null}
      {isStray ? (
        <p className={classes.stray}>
          A visit is still planned. Call it off, so that the person and the site hear of it.
        </p>
      ) : null}
      {asked.data && visits.length === 0 && open === undefined ? (
        <p className={classes.quiet}>None is planned yet.</p>
      ) : null}
      <ul className={classes.list}>
        {visits.map((visit) => (
          <VisitItem
            key={visit.id}
            lead={lead}
            visit={visit}
            onMove={planVisit ? () => setOpen(visit.id) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}
