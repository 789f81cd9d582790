// Every command alike: --json, one sentence on stderr when it fails, never a stack.
import { type Command, CommanderError } from "commander";
import { errorSentence } from "./tell";

/** Adds a command to the program; give it options and an action. */
export function addCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option("--json", "print the result as JSON")
    .showHelpAfterError(false);
}

/** Runs the program and says what went wrong; the process then ends with code 1. */
export async function runProgram(program: Command, args: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      // It has said so itself: help that was asked for, or what it did not understand.
      process.exitCode = error.exitCode;
      return;
    }
    process.stderr.write(`${errorSentence(error)}\n`);
    process.exitCode = 1;
  }
}
