// `studydesk add-site`: a hospital or clinic of this installation.
import { createSite } from "@studydesk/api/sites/create-site";
import { createSiteInput, promiseHoursDefault } from "@studydesk/domain/sites/site-inputs";
import type { Command } from "commander";
import { z } from "zod";
import { addCommand } from "../add-command";
import { readOptions } from "../read-options";
import { tell } from "../tell";
import { withDeps } from "../with-deps";

interface AddSiteOptions {
  json?: boolean;
  name: string;
  city: string;
  country: string;
  timeZone: string;
  promiseHours: string;
}

/** The options by the names that the command line has for them. */
const addSiteOptions = z.object({
  name: createSiteInput.shape.name,
  city: createSiteInput.shape.city,
  country: createSiteInput.shape.countryCode,
  timeZone: createSiteInput.shape.timeZone,
  promiseHours: z.coerce.number("Write whole hours").pipe(createSiteInput.shape.promiseHours),
});

export function registerAddSite(program: Command): void {
  addCommand(program, "add-site", "Adds a site: a hospital or clinic that takes leads.")
    .requiredOption("--name <name>", "what visitors know it as")
    .requiredOption("--city <city>", "where it is")
    .requiredOption("--country <code>", "two letters, such as CN or US")
    .requiredOption("--time-zone <zone>", "such as Asia/Shanghai")
    .option(
      "--promise-hours <hours>",
      "hours until somebody answers, as visitors are told",
      String(promiseHoursDefault),
    )
    .action(async (options: AddSiteOptions) => {
      const { country, ...fields } = readOptions(addSiteOptions, options);
      const site = await withDeps((deps) =>
        createSite(deps, null, { ...fields, countryCode: country }),
      );
      tell(options, { site }, [
        `Site ${site.id}: ${site.name}, ${site.city} (${site.timeZone}), answers within ${site.promiseHours} hours.`,
        `Next: pnpm studydesk invite --email … --role admin --site ${site.id}`,
      ]);
    });
}
