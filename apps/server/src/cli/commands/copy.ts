// `studydesk copy LEAD-NUMBER --out FILE`: what is held about one person, for that person, as the desk hands it out. The
// audit says that it was a command.
import { Readable } from "node:stream";
import { copyData } from "@studydesk/api/retention/copy-data";
import { DomainError } from "@studydesk/domain/errors";
import { personFileForms } from "@studydesk/domain/retention/person-file-forms";
import type { Command } from "commander";
import { addCommand } from "../add-command";
import { readLeadNumber } from "../read-lead-number";
import { tell } from "../tell";
import { withDeps } from "../with-deps";
import { writeWhole } from "../write-whole";

interface Options {
  json?: boolean;
  out: string;
}

export function registerCopy(program: Command): void {
  addCommand(program, "copy", "Writes what is held about one person, to be read or for a program.")
    .argument("<lead-number>", "whose")
    .requiredOption("--out <file>", "where to; its name ends in .html or .json")
    .action(async (number: string, options: Options) => {
      const leadId = readLeadNumber(number);
      const form = personFileForms.find((each) => options.out.endsWith(`.${each}`));
      if (!form) {
        throw new DomainError(
          "invalid",
          "Name a file that ends in .html, to be read, or in .json.",
        );
      }
      await withDeps(async (deps) => {
        const { text } = await copyData(deps, "command", { leadId, form });
        await writeWhole(Readable.from([text]), options.out);
      });
      tell(options, { file: options.out }, [
        `Written to ${options.out}. It holds what the team wrote, which may name other people: read it through first.`,
      ]);
    });
}
