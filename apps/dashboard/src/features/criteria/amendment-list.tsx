// Whom a published version touches, of the reader's sites: by what it means for them, first whoever wants
// something done, with the press that makes follow-ups of them.
import type { AmendmentEffect } from "@studydesk/domain/screening/amendment";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import tabs from "../../components/pill-tabs.module.css";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { countWords } from "../../lib/count-words";
import { useTRPC } from "../../lib/trpc";
import classes from "./amendment-list.module.css";
import { AmendmentRows } from "./amendment-rows";
import type { EffectCounts } from "./effect-numbers";
import { MakeFollowUps } from "./make-follow-ups";

interface Props {
  studyId: number;
  versionId: number;
  effect: AmendmentEffect | undefined;
}

const order = ["ask_again", "may_fit", "keeps"] as const satisfies readonly AmendmentEffect[];
const countKeys = { keeps: "keeps", ask_again: "askAgain", may_fit: "mayFit" } as const;

export function AmendmentList({ studyId, versionId, effect: chosen }: Props) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.criteria.amendment.queryOptions({ versionId }));
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingRows />;
  }
  const { counts } = data;
  const effect = chosen ?? order.find((each) => counts[countKeys[each]] > 0);
  if (!effect) {
    return (
      <EmptyState title="No lead of your sites is touched">
        Nobody had been asked anything when this version was published, so there is nobody to ask
        again.
      </EmptyState>
    );
  }
  return (
    <>
      <EffectTabs studyId={studyId} versionId={versionId} effect={effect} counts={counts} />
      <div className={classes.press}>
        {effect === "keeps" ? null : (
          <MakeFollowUps
            key={effect}
            versionId={versionId}
            effect={effect}
            count={counts[countKeys[effect]]}
          />
        )}
      </div>
      <AmendmentRows key={effect} versionId={versionId} effect={effect} />
    </>
  );
}

const tabNames: Readonly<Record<AmendmentEffect, string>> = {
  ask_again: "Must be asked again",
  may_fit: "May fit now",
  keeps: "Keep every answer",
};

function EffectTabs({ studyId, versionId, effect, counts }: Props & { counts: EffectCounts }) {
  return (
    <nav className={tabs.tabs} aria-label="Which leads">
      {order.map((each) => (
        <Link
          key={each}
          to="/studies/$studyId/criteria"
          params={{ studyId }}
          search={{ version: versionId, part: "leads", effect: each }}
          className={tabs.tab}
          data-current={each === effect}
          {...(each === effect ? { "aria-current": "page" } : {})}
        >
          {tabNames[each]}
          <span>{countWords(counts[countKeys[each]])}</span>
        </Link>
      ))}
    </nav>
  );
}
