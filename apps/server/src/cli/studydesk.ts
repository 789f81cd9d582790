// `pnpm studydesk <command>`: what is done beside a running server, each command in a file of its own.
import { Command } from "commander";
import { runProgram } from "./add-command";
import { registerImportStudy } from "./commands/import-study";

const program = new Command("studydesk")
  .description("Commands for a Studydesk installation.")
  .showHelpAfterError(false)
  .exitOverride();

registerImportStudy(program);

await runProgram(program, process.argv.slice(2));
