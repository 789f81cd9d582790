// The places that the record lists. Each is a proposal: an owner says which of them is a site here.
// A site that the record does not list can be linked as well.
import { ErrorNote } from "../../components/states";
import { LinkSiteMenu } from "./link-site-menu";
import { PlaceList } from "./place-list";
import classes from "./study-locations.module.css";
import type { StudyView } from "./study-types";
import { useLinkSite } from "./use-link-site";

export function StudyLocations({ study }: { study: StudyView }) {
  const link = useLinkSite(study);
  const linkedTo = new Map(study.studySites.map((each) => [each.locationId, each.siteName]));

  return (
    <>
      {study.locations.length === 0 ? (
        <p className={classes.none}>The record names no place.</p>
      ) : null}
      <PlaceList
        places={study.locations}
        linkedTo={({ id }) => linkedTo.get(id)}
        actionFor={({ id, facility }) =>
          study.abilities.link ? (
            <LinkSiteMenu
              label="Link to a site"
              about={facility}
              study={study}
              isBusy={link.isPending}
              onPick={(site) => link.pick(site, id)}
            />
          ) : null
        }
      />
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
