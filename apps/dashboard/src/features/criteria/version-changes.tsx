// What a version changed against the one before it, criterion by criterion, with the words marked.
import { useQuery } from "@tanstack/react-query";
import { ErrorState, LoadingRows } from "../../components/states";
import { DotBadge, type Tone } from "../../components/status-badge";
import { ruleWords } from "../../lib/rule-words";
import { useTRPC } from "../../lib/trpc";
import { changedFields, fullText } from "./changed-fields";
import { ChangedFields } from "./changed-fields-view";
import type { CriteriaChange } from "./criteria-types";
import classes from "./version-changes.module.css";

const kinds: Readonly<
  Record<CriteriaChange["change"], { name: string; tone: Tone; hint: string }>
> = {
  added: { name: "Added", tone: "contacting", hint: "Everybody is asked it." },
  changed: { name: "Changed", tone: "contacting", hint: "It must be asked again." },
  removed: { name: "Removed", tone: "bad", hint: "Nobody is asked it any more; old answers stay." },
  wording: { name: "Asked differently", tone: "good", hint: "Answers hold." },
  moved: { name: "Moved", tone: "good", hint: "Answers hold." },
};

export function VersionChanges({ versionId }: { versionId: number }) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.criteria.diff.queryOptions({ versionId }));
  if (!data) {
    return error ? (
      <ErrorState error={error} onRetry={() => void refetch()} />
    ) : (
      <LoadingRows rows={4} />
    );
  }
  const { againstNumber, changes } = data;
  if (againstNumber === null) {
    return (
      <p className={classes.none}>This is the first version: there is none to compare it with.</p>
    );
  }
  if (changes.length === 0) {
    return <p className={classes.none}>Nothing differs from version {againstNumber}.</p>;
  }
  return (
    <ul
      className={classes.changes}
      aria-label={`Changes against version ${againstNumber.toString()}`}
    >
      {changes.map((change) => (
        <li key={change.lineId}>
          <Change change={change} />
        </li>
      ))}
    </ul>
  );
}

function Change({ change: { change, before, after } }: { change: CriteriaChange }) {
  const { name, tone, hint } = kinds[change];
  const one = after ?? before;
  if (!one) return null;
  const isRenumbered = before && after && before.label !== after.label;
  return (
    <>
      <p className={classes.what}>
        <strong>{isRenumbered ? `${before.label}, now ${after.label}` : one.label}</strong>
        <DotBadge tone={tone}>{name}</DotBadge>
        <span>{hint}</span>
      </p>
      {before && after && change !== "moved" ? (
        <ChangedFields fields={changedFields(before, after)} />
      ) : (
        <p className={classes.whole} data-removed={change === "removed"}>
          {one.wording ? `${one.wording}\n` : ""}
          {fullText(one)}
          {change === "moved" ? "" : `\n${ruleWords(one.rule)}`}
        </p>
      )}
    </>
  );
}
