// The places of a study that is not stored yet, each with the site it is, if it is one of ours.
import { NativeSelect } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { PlaceList } from "./place-list";
import classes from "./planned-locations.module.css";
import type { PlannedStudy } from "./read-import";
import type { Site } from "./study-types";

interface Props {
  planned: PlannedStudy;
  sites: readonly Site[];
  isLocked: boolean;
  onChooseSite: (index: number, siteId: number | undefined) => void;
}

export function PlannedLocations({ planned, sites, isLocked, onChooseSite }: Props) {
  const { study, inPlace, choices } = planned;
  if (study.locations.length === 0) {
    return (
      <p className={classes.none}>
        The record names no place. After the import, link sites on the study’s own screen.
      </p>
    );
  }
  return (
    <>
      {sites.length === 0 ? (
        <p className={classes.none}>
          There is no site yet. You can import now, <Link to="/sites">add a site</Link>, and link it
          on the study’s own screen.
        </p>
      ) : null}
      <PlaceList
        places={study.locations}
        linkedTo={(_, index) => sites.find(({ id }) => id === inPlace.get(index))?.name}
        isChosen={(index) => choices.has(index)}
        actionFor={({ facility }, index) =>
          sites.length > 0 ? (
            <NativeSelect
              className={classes.site}
              aria-label={`Site for ${facility}`}
              disabled={isLocked}
              value={String(choices.get(index) ?? "")}
              data={[
                { value: "", label: "Not a site here" },
                ...sites.map(({ id, name, city }) => ({
                  value: String(id),
                  label: `${name}, ${city}`,
                })),
              ]}
              onChange={({ currentTarget: { value } }) =>
                onChooseSite(index, value === "" ? undefined : Number(value))
              }
            />
          ) : null
        }
      />
    </>
  );
}
