// The places of a study that is not stored yet, each with the site it is, if it is one of ours.
import { NativeSelect, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import classes from "./planned-locations.module.css";
import type { PlannedStudy } from "./read-import";
import { whereOf } from "./study-locations";
import type { Site } from "./study-types";

const shownAtFirst = 12;

interface Props {
  planned: PlannedStudy;
  sites: readonly Site[];
  isLocked: boolean;
  onChooseSite: (index: number, siteId: number | undefined) => void;
}

export function PlannedLocations({ planned, sites, isLocked, onChooseSite }: Props) {
  const [showsAll, setShowsAll] = useState(false);
  const { study, inPlace, choices } = planned;
  if (study.locations.length === 0) {
    return (
      <p className={classes.none}>
        The record names no place. After the import, link sites on the study’s own screen.
      </p>
    );
  }
  const numbered = study.locations.map((location, index) => ({ location, index }));
  const shown = numbered.filter(
    ({ index }) => showsAll || index < shownAtFirst || choices.has(index) || inPlace.has(index),
  );
  const hidden = numbered.length - shown.length;
  return (
    <>
      {sites.length === 0 ? (
        <p className={classes.none}>
          There is no site yet. You can import now, <Link to="/sites">add a site</Link>, and link it
          on the study’s own screen.
        </p>
      ) : null}
      <ul className={classes.locations}>
        {shown.map(({ location, index }) => (
          <li key={index}>
            <div className={classes.place}>
              <div>{location.facility}</div>
              <div className={classes.where}>{whereOf(location)}</div>
            </div>
            {inPlace.has(index) ? (
              <span className={classes.linked}>
                Linked to {sites.find(({ id }) => id === inPlace.get(index))?.name}
              </span>
            ) : sites.length > 0 ? (
              <NativeSelect
                className={classes.site}
                aria-label={`Site for ${location.facility}`}
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
            ) : null}
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <UnstyledButton className={classes.more} onClick={() => setShowsAll(true)}>
          Show the other {hidden}
        </UnstyledButton>
      ) : null}
    </>
  );
}
