// `pnpm studydesk <command>`: what is done beside a running server, each command in a file of its own.
import { Command } from "commander";
import { runProgram } from "./add-command";
import { registerImportStudy } from "./commands/import-study";
import { registerSeed } from "./commands/seed";

const program = new Command("studydesk")
  .description("Commands for a Studydesk installation.")
  .showHelpAfterError(false)
  .exitOverride();

registerImportStudy(program);
registerSeed(program);

await runProgram(program, process.argv.slice(2));
