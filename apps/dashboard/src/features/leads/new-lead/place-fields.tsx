// For which study, and at which site: nothing to choose where there is but one.
import { NativeSelect } from "@mantine/core";
import classes from "./new-lead.module.css";
import type { NewLeadDraft, NewLeadProblems } from "./new-lead-draft";
import type { placeIn } from "./use-places";

interface Props {
  place: ReturnType<typeof placeIn>;
  isLoading: boolean;
  problems: NewLeadProblems;
  onPlace: (place: Partial<Pick<NewLeadDraft, "siteId" | "studyId">>) => void;
}

export function PlaceFields({ place, isLoading, problems, onPlace }: Props) {
  const { siteId, studyId, sites, studies } = place;
  const hasSites = sites.length > 1;
  return (
    <div className={classes.place}>
      {hasSites ? (
        <NativeSelect
          label="Site"
          required
          data-autofocus={siteId === undefined || undefined}
          error={problems.siteId && "Choose the site"}
          value={siteId ?? ""}
          onChange={(event) => onPlace({ siteId: Number(event.currentTarget.value) || undefined })}
          data={[
            ...(siteId === undefined ? [{ value: "", label: "Choose a site" }] : []),
            ...sites.map(([value, label]) => ({ value: String(value), label })),
          ]}
        />
      ) : null}
      <NativeSelect
        label="Study"
        required
        data-autofocus={(siteId !== undefined && studyId === undefined) || undefined}
        disabled={isLoading || siteId === undefined}
        error={siteId !== undefined && problems.studyId && "Choose the study"}
        value={studyId ?? ""}
        onChange={(event) => onPlace({ studyId: Number(event.currentTarget.value) || undefined })}
        data={[
          ...(studyId === undefined
            ? [{ value: "", label: siteId === undefined ? "The site first" : "Choose a study" }]
            : []),
          ...studies.map((each) => ({ value: String(each.studyId), label: each.studyTitle })),
        ]}
      />
    </div>
  );
}
