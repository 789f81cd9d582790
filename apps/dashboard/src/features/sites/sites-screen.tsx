// The places where people work, with the clock and the promise that each has. The owner adds and edits;
// everybody else reads their own.
import { Button, VisuallyHidden } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import table from "../../components/data-table.module.css";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { countryName } from "./countries";
import { SiteDialog } from "./site-dialog";
import type { Site } from "./site-fields";
import classes from "./sites-screen.module.css";

export function SitesScreen() {
  const me = useMe();
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.sites.list.queryOptions());
  const [editing, setEditing] = useState<Site | "new">();
  const mayAdd = me.abilities.canManageSites;
  const addButton = <Button onClick={() => setEditing("new")}>Add a site</Button>;

  return (
    <>
      <ScreenHeader
        title="Sites"
        detail={data && data.sites.length > 0 ? counted(data.sites.length) : undefined}
        actions={mayAdd && data && data.sites.length > 0 ? addButton : undefined}
      />
      {!data && error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingRows /> : null}
      {data?.sites.length === 0 ? (
        <EmptyState title="No site yet" action={mayAdd ? addButton : undefined}>
          A site is a hospital or a clinic whose people answer those who write. Studies are linked
          to sites, and roles are held at sites.
        </EmptyState>
      ) : null}
      {data && data.sites.length > 0 ? <SiteTable sites={data.sites} onEdit={setEditing} /> : null}
      <SiteDialog editing={editing} onClose={() => setEditing(undefined)} />
    </>
  );
}

interface TableProps {
  sites: readonly Site[];
  onEdit: (site: Site) => void;
}

function SiteTable({ sites, onEdit }: TableProps) {
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Site</th>
            <th scope="col" className={table.wide}>
              Place
            </th>
            <th scope="col" className={table.wide}>
              Time zone
            </th>
            <th scope="col" className={table.wide}>
              Promise
            </th>
            <th scope="col">
              <VisuallyHidden>Steps</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {sites.map((site) => (
            <tr key={site.id}>
              <td>
                <strong className={classes.name}>{site.name}</strong>
                <div className={table.narrow}>
                  {placeOf(site)} · {site.timeZone} · answers within {site.promiseHours} h
                </div>
              </td>
              <td className={table.wide}>{placeOf(site)}</td>
              <td className={table.wide}>{site.timeZone}</td>
              <td className={table.wide}>answers within {site.promiseHours} h</td>
              <td className={classes.steps}>
                {site.abilities.canUpdate ? (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Edit ${site.name}`}
                    onClick={() => onEdit(site)}
                  >
                    Edit
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function placeOf(site: Site): string {
  return `${site.city}, ${countryName(site.countryCode)}`;
}

function counted(count: number): string {
  return count === 1 ? "1 site" : `${count} sites`;
}
