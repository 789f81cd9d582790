// Which version of a study's criteria, and which part of it. Links, since the address holds the choice.
import { Link } from "@tanstack/react-router";
import tabs from "../../components/pill-tabs.module.css";
import classes from "./criteria-screen.module.css";
import type { CriteriaPart } from "./criteria-search";
import type { VersionRow } from "./criteria-types";

interface Props {
  studyId: number;
  versions: readonly VersionRow[];
  inForce: number | undefined;
  shown: VersionRow | undefined;
  part: CriteriaPart;
}

export function VersionTabs({ studyId, versions, inForce, shown, part }: Props) {
  const newestFirst = versions.toSorted((one, other) => other.number - one.number);
  return (
    <div className={classes.tabs}>
      {versions.length > 1 ? (
        <nav className={tabs.tabs} aria-label="Which version">
          {newestFirst.map((version) => (
            <Link
              key={version.id}
              to="/studies/$studyId/criteria"
              params={{ studyId }}
              search={{ version: version.id }}
              className={tabs.tab}
              data-current={version.id === shown?.id}
              {...(version.id === shown?.id ? { "aria-current": "page" } : {})}
            >
              Version {version.number}
              <span>{stateWords(version, inForce)}</span>
            </Link>
          ))}
        </nav>
      ) : null}
      {shown ? (
        <PartTabs studyId={studyId} version={shown} part={part} hasEarlier={shown.number > 1} />
      ) : null}
    </div>
  );
}

function stateWords({ state, number, doubts }: VersionRow, inForce: number | undefined): string {
  if (state === "draft") return doubts > 0 ? `draft, ${doubts} to settle` : "draft";
  return number === inForce ? "in force" : "earlier";
}

interface PartProps {
  studyId: number;
  version: VersionRow;
  part: CriteriaPart;
  hasEarlier: boolean;
}

function PartTabs({ studyId, version, part, hasEarlier }: PartProps) {
  const isDraft = version.state === "draft";
  const parts: readonly { part: CriteriaPart; name: string }[] = [
    { part: "criteria", name: `${version.questions.toString()} criteria` },
    ...(hasEarlier || isDraft
      ? [{ part: "changes" as const, name: isDraft ? "Check and publish" : "What changed" }]
      : []),
    ...(hasEarlier && !isDraft ? [{ part: "leads" as const, name: "Leads it touches" }] : []),
  ];
  if (parts.length === 1) return null;
  return (
    <nav className={tabs.tabs} aria-label="Which part">
      {parts.map(({ part: each, name }) => (
        <Link
          key={each}
          to="/studies/$studyId/criteria"
          params={{ studyId }}
          search={{ version: version.id, part: each }}
          className={tabs.tab}
          data-current={each === part}
          {...(each === part ? { "aria-current": "page" } : {})}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
