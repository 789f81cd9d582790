// In a lead's panel: what the investigator decided, the signature as it stands, and the question that waits
// for the coordinator's answer.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { ErrorNote } from "../../components/states";
import { decidesAt, useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { OvertakenNote } from "./overtaken-note";
import { ReplyForm } from "./reply-form";
import classes from "./review-block.module.css";
import { DecisionList } from "./signature-line";

export interface ReviewedLead {
  id: number;
  siteId: number;
  status: string;
  version: number;
  /** Why the candidate cannot be sent again yet, as a sentence; null: it can. */
  sendBlocked: string | null;
  canSend: boolean;
}

export function ReviewBlock({ lead }: { lead: ReviewedLead }) {
  const me = useMe();
  const trpc = useTRPC();
  const asked = useQuery(trpc.reviews.ofLead.queryOptions({ leadId: lead.id }));
  const [isWhole, setWhole] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const isAsked =
    lead.status === "pre_screening" && asked.data?.reviews.at(-1)?.decision === "returned";
  // The field for the answer goes as the answer does: Tab goes on from what stands there instead.
  useEffect(() => {
    if (!isAsked) return;
    return () => {
      if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    };
  }, [isAsked]);
  if (!asked.data) return asked.error ? <ErrorNote error={asked.error} /> : null;
  const { reviews, signature } = asked.data;
  const last = reviews.at(-1);
  if (!last) return null;
  const isWaiting = lead.status === "investigator_review" || signature?.state === "overtaken";
  return (
    <section className={classes.block} aria-labelledby="review">
      <div className={classes.head}>
        <h2 ref={heading} tabIndex={-1} id="review" className={classes.title}>
          {isAsked ? "The investigator asks" : "Review"}
        </h2>
        {isWaiting && decidesAt(me, lead.siteId) ? (
          <Link to="/review" search={{ lead: lead.id }}>
            Open the candidate
          </Link>
        ) : null}
      </div>
      <OvertakenNote signature={signature} />
      <DecisionList reviews={isWhole ? reviews.toReversed() : [last]} />
      {isAsked && lead.canSend ? <ReplyForm lead={lead} /> : null}
      {reviews.length > 1 ? (
        <button type="button" className={classes.more} onClick={() => setWhole(!isWhole)}>
          {isWhole ? "Only the last" : `All ${reviews.length} reviews`}
        </button>
      ) : null}
    </section>
  );
}
