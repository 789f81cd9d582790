// For whoever followed a link to, or wrote to, one study centre that takes no messages any more while
// others do.
import type { Texts } from "../texts/texts";

export function PausedSite({ t, site }: { t: Texts; site: { name: string } }) {
  return (
    <div className="notice paused" role="note">
      <p>
        <b>{t.centres.pausedTitle(site.name)}</b>
      </p>
      <p>{t.centres.pausedAskOthers}</p>
    </div>
  );
}
