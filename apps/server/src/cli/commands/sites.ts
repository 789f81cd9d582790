// `studydesk sites`: the hospitals and clinics of this installation, with the numbers that other commands take.
import { listAllRoleSites } from "@studydesk/db/people/role-queries";
import { listSites } from "@studydesk/db/sites/site-queries";
import type { Command } from "commander";
import { addCommand } from "../add-command";
import { tell } from "../tell";
import { withDeps } from "../with-deps";

interface Options {
  json?: boolean;
}

export function registerSites(program: Command): void {
  addCommand(
    program,
    "sites",
    "Lists the sites, how many people work at each, and what it promises.",
  ).action(async (options: Options) => {
    const sites = await withDeps(async ({ db }) => {
      const held = await listAllRoleSites(db);
      return (await listSites(db, "all")).map(({ version: _, ...site }) => ({
        ...site,
        people: held.filter(({ siteId }) => siteId === site.id).length,
      }));
    });
    tell(
      options,
      { sites },
      sites.length === 0
        ? ["No site yet. Add one: pnpm studydesk add-site"]
        : sites.map(
            ({ id, name, city, countryCode, timeZone, people, promiseHours }) =>
              `${id}: ${name}, ${city} ${countryCode} (${timeZone}), people: ${people}, answers within hours: ${promiseHours}`,
          ),
    );
  });
}
