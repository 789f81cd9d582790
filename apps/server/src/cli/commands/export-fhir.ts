// `studydesk export-fhir`: studies and their subjects as one FHIR R5 bundle, into a file or to the next program.
// It never says who anybody is: that form is for a site's admins, who sign in for it.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Deps } from "@studydesk/api/deps";
import { exportFhirAtConsole } from "@studydesk/api/fhir/export-fhir";
import { findStudyByNctId } from "@studydesk/db/studies/study-queries";
import { DomainError } from "@studydesk/domain/errors";
import type { Command } from "commander";
import { addCommand } from "../add-command";
import { requireSite } from "../require-site";
import { tell } from "../tell";
import { withDeps } from "../with-deps";
import { writeWhole } from "../write-whole";

interface Options {
  json?: boolean;
  out?: string;
  study?: string[];
  site?: string[];
}

export function registerExportFhir(program: Command): void {
  addCommand(
    program,
    "export-fhir",
    "Writes studies and their subjects as a FHIR R5 bundle, without saying who anybody is.",
  )
    .option("--out <file>", "where to; left out: to the standard output")
    .option("--study <nctIds...>", "NCT numbers; left out: every study")
    .option("--site <sites...>", "names or numbers of sites; left out: every site")
    .action(async (options: Options) => {
      await withDeps(async (deps) => {
        const studyIds = options.study && (await findStudies(deps, options.study));
        const siteIds = options.site && (await findSites(deps, options.site));
        const { pieces } = await exportFhirAtConsole(deps, { studyIds, siteIds });
        if (options.out === undefined) {
          await pipeline(Readable.from(pieces), process.stdout, { end: false });
        } else {
          await writeWhole(pieces, options.out);
          tell(options, { file: options.out }, [`Written to ${options.out}.`]);
        }
      });
    });
}

async function findStudies({ db }: Deps, nctIds: readonly string[]): Promise<number[]> {
  const found: number[] = [];
  for (const nctId of nctIds) {
    const study = await findStudyByNctId(db, nctId.toUpperCase());
    if (!study) throw new DomainError("not_found", `There is no study ${nctId} here.`);
    found.push(study.id);
  }
  return found;
}

async function findSites({ db }: Deps, wanted: readonly string[]): Promise<number[]> {
  const found: number[] = [];
  for (const called of wanted) found.push((await requireSite(db, called)).id);
  return found;
}
