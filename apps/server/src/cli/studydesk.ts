// `pnpm studydesk <command>`.
import { runProgram } from "./add-command";
import { createStudydesk } from "./create-studydesk";

await runProgram(createStudydesk(), process.argv.slice(2));
