// `studydesk erase LEAD-NUMBER…`: erases people for whoever runs the server, as an admin of the site would. It says what
// goes and what stays first; the audit says that it was a command.
import { eraseLead, readErasure } from "@studydesk/api/retention/erase-lead";
import { DomainError } from "@studydesk/domain/errors";
import { type EraseReason, eraseReasons } from "@studydesk/domain/retention/erase-lead";
import { goingLines, stayingLines } from "@studydesk/domain/retention/held-words";
import { type Command, Option } from "commander";
import { addCommand } from "../add-command";
import { confirmErasing } from "../confirm-erasing";
import { readLeadNumber } from "../read-lead-number";
import { errorSentence, tell } from "../tell";
import { withDeps } from "../with-deps";

interface Options {
  json?: boolean;
  yes?: boolean;
  reason: EraseReason;
}

export function registerErase(program: Command): void {
  addCommand(program, "erase", "Erases people for good: names, contacts and words go, counts stay.")
    .argument("<lead-numbers...>", "whose")
    .addOption(new Option("--reason <reason>", "why").choices(eraseReasons).makeOptionMandatory())
    .option("--yes", "do not ask")
    .action(async (numbers: string[], options: Options) => {
      const leadIds = [...new Set(numbers.map(readLeadNumber))];
      await withDeps(async (deps) => {
        const people = [];
        for (const leadId of leadIds) {
          const preview = await readErasure(deps, "command", leadId);
          if (!preview.mayErase) throw keptByLaw(leadId);
          people.push({ leadId, ...preview });
        }
        for (const { leadId, held } of people) {
          const gone = ["name and contact", ...goingLines(held)].join("; ");
          const stays = ["that there was a lead", ...stayingLines(held)].join("; ");
          process.stderr.write(`Lead ${leadId}. Goes: ${gone}. Stays: ${stays}.\n`);
        }
        await confirmErasing(people.length, options);
        const erased: number[] = [];
        for (const { leadId, version } of people) {
          const typed = { leadId, typedNumber: leadId, expectedVersion: version };
          const asked = { ...typed, reason: options.reason };
          await eraseLead(deps, "command", asked, tellFault).catch((error: unknown) => {
            // Each is erased on its own: what was done before is done.
            if (erased.length > 0) process.stderr.write(`Erased before: ${erased.join(", ")}.\n`);
            throw error;
          });
          erased.push(leadId);
        }
      });
      tell(options, { erased: leadIds }, [
        `Erased: ${leadIds.join(", ")}. Backups that were made before still hold them until they are rotated out.`,
      ]);
    });
}

function tellFault(error: unknown): void {
  process.stderr.write(`Erased, but old bytes may lie in files: ${errorSentence(error)}\n`);
}

function keptByLaw(leadId: number): DomainError {
  const sentence = `Nothing was erased: the person of lead ${leadId} consented to the study, and its records must be kept by law.`;
  return new DomainError("rule_broken", sentence);
}
