// The places that the record lists. Each is a proposal: an owner says which of them is a site here.
// A site that the record does not list can be linked as well.
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { ErrorNote } from "../../components/states";
import { LinkSiteMenu } from "./link-site-menu";
import classes from "./study-locations.module.css";
import type { StoredLocation, StudyView } from "./study-types";
import { useLinkSite } from "./use-link-site";

const shownAtFirst = 12;

export function StudyLocations({ study }: { study: StudyView }) {
  const link = useLinkSite(study);
  const [showsAll, setShowsAll] = useState(false);
  const linkedTo = new Map(study.studySites.map((each) => [each.locationId, each.siteName]));
  // A linked one is never behind the button.
  const shown = study.locations.filter(
    (location, index) => showsAll || index < shownAtFirst || linkedTo.has(location.id),
  );
  const hidden = study.locations.length - shown.length;

  return (
    <>
      {study.locations.length === 0 ? (
        <p className={classes.none}>The record names no place.</p>
      ) : null}
      <ul className={classes.locations}>
        {shown.map((location) => (
          <li key={location.id}>
            <div className={classes.place}>
              <div>{location.facility}</div>
              <div className={classes.where}>{whereOf(location)}</div>
            </div>
            {linkedTo.has(location.id) ? (
              <span className={classes.linked}>Linked to {linkedTo.get(location.id)}</span>
            ) : study.abilities.link ? (
              <LinkSiteMenu
                label="Link to a site"
                about={location.facility}
                study={study}
                isBusy={link.isPending}
                onPick={(site) => link.pick(site, location.id)}
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
      {study.abilities.link ? (
        <div className={classes.other}>
          <LinkSiteMenu
            label="Link a site that the record does not list"
            study={study}
            isBusy={link.isPending}
            onPick={(site) => link.pick(site, null)}
          />
        </div>
      ) : null}
      {link.error ? <ErrorNote error={link.error} /> : null}
    </>
  );
}

export function whereOf(
  location: {
    [Part in keyof Pick<StoredLocation, "city" | "state" | "country">]?:
      | StoredLocation[Part]
      | undefined;
  },
): string {
  const { city, state, country } = location;
  return [city, state === city ? null : state, country].filter(Boolean).join(", ");
}
