// Which of our sites a place is. Only a deliberate pick acts: the site's form appears with it.
import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { errorSentence } from "../../lib/error-sentence";
import { useTRPC } from "../../lib/trpc";
import classes from "./link-site-menu.module.css";
import type { Site, StudyView } from "./study-types";

interface Props {
  label: string;
  /** The place, for those who hear the button alone. */
  about?: string;
  study: StudyView;
  isBusy: boolean;
  onPick: (site: Site) => void;
}

export function LinkSiteMenu({ label, about, study, isBusy, onPick }: Props) {
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.sites.list.queryOptions());
  const linked = new Set(study.studySites.map(({ siteId }) => siteId));
  return (
    <Menu
      position="bottom-end"
      shadow="md"
      // Without a stop that a menu's own roles do not allow, and inside the screen, where assistive
      // technology looks for it.
      withInitialFocusPlaceholder={false}
      portalProps={{ target: "#screen" }}
    >
      <Menu.Target>
        <Button
          className={classes.button}
          size="compact-sm"
          variant="subtle"
          disabled={isBusy}
          {...(about ? { "aria-label": `${label}: ${about}` } : {})}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {error ? <Menu.Label>{errorSentence(error)}</Menu.Label> : null}
        {data?.sites.map((site) => (
          <Menu.Item key={site.id} onClick={() => onPick(site)}>
            {site.name}, {site.city}
            {linked.has(site.id) ? " (takes part; moves here)" : ""}
          </Menu.Item>
        ))}
        <Menu.Item renderRoot={(props) => <Link to="/sites" {...props} />}>
          {data?.sites.length === 0 ? "Add the first site…" : "Add another site…"}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
