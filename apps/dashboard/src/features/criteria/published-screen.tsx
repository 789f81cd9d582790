// A version that stays as it is: as it is asked, what it changed, and the leads that it touches.
import { Button } from "@mantine/core";
import { useState } from "react";
import { When } from "../../components/when";
import { useMe } from "../../lib/me";
import { readDraft, writeDraft } from "../../lib/use-draft";
import { AmendmentList } from "./amendment-list";
import { AskedCriteria } from "./asked-criteria";
import { useBeginDraft } from "./begin-draft";
import classes from "./criteria-screen.module.css";
import type { CriteriaSearch } from "./criteria-search";
import type { CriteriaVersion } from "./criteria-types";
import { carryOver } from "./draft-state";
import { draftName } from "./use-criteria-draft";
import { VersionChanges } from "./version-changes";

interface Props {
  version: CriteriaVersion;
  search: CriteriaSearch;
  inForce: number | undefined;
}

export function PublishedScreen({ version, search, inForce }: Props) {
  const { id, studyId, criteria } = version;
  const doubts = criteria.filter(({ doubt }) => doubt !== null).length;
  return (
    <>
      <p className={classes.about}>
        <About version={version} inForce={inForce} />
      </p>
      <LeftTyped version={version} />
      {search.part === "changes" ? <VersionChanges versionId={id} /> : null}
      {search.part === "leads" ? (
        <AmendmentList studyId={studyId} versionId={id} effect={search.effect} />
      ) : null}
      {search.part === "changes" || search.part === "leads" ? null : (
        <>
          {doubts > 0 && version.number === inForce ? (
            <p className={classes.note} role="note">
              {doubts === 1 ? "One criterion is" : `${doubts.toString()} criteria are`} flagged: the
              record says two things.{" "}
              {version.canEdit
                ? "Change the criteria to settle it, then publish a version without doubt."
                : "An investigator or admin of a site that takes part settles it."}
            </p>
          ) : null}
          <AskedCriteria
            criteria={criteria}
            inForce={version.number === inForce ? { studyId, number: version.number } : undefined}
          />
        </>
      )}
    </>
  );
}

function About({ version, inForce }: Omit<Props, "search">) {
  const { number, state, origin, publishedAt, publishedByName } = version;
  if (state === "draft" || publishedAt === null) {
    return "A draft: nobody is asked by it yet. The owner, or an investigator or admin of a site that takes part, changes and publishes it.";
  }
  const source = origin === "registry" ? "from the registry’s record" : "written by the team";
  return (
    <>
      {number === inForce ? "In force: leads are asked by it. " : "An earlier version, as it was. "}
      Published <When at={publishedAt} />
      {publishedByName ? ` by ${publishedByName}` : " with the import"}, {source}.
    </>
  );
}

/** Somebody published this version while it was being changed here. */
function LeftTyped({ version }: { version: CriteriaVersion }) {
  const { userId } = useMe();
  const name = draftName(version.id);
  const [kept, setKept] = useState(() => readDraft(userId, name));
  const forget = () => {
    writeDraft(userId, name, "");
    setKept("");
  };
  const begin = useBeginDraft(version.studyId, (draft) => {
    writeDraft(userId, draftName(draft.id), carryOver(kept));
    forget();
  });
  if (kept === "" || version.state === "draft") return null;
  return (
    <div className={classes.note} role="alert">
      <p>
        This version was published while you were changing it. What you typed is not in it, and is
        kept in this tab.
      </p>
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          variant="default"
          loading={begin.isPending}
          onClick={() => begin.mutate({ studyId: version.studyId })}
        >
          Bring it into a new draft
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={forget}>
          Let it go
        </Button>
      </div>
    </div>
  );
}
