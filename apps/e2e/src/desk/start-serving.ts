// Real use as an administrator has it: `pnpm studydesk …` and `pnpm serve`, with settings of their own.
import { startProgram } from "./start-program";

/** What the command printed; throws with it when the command failed. */
export function runCommand(
  words: readonly string[],
  settings: Record<string, string>,
): Promise<string> {
  const child = startProgram("studydesk", words, settings);
  let printed = "";
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("close", (code) => {
      if (code === 0) done(printed);
      else failed(new Error(`studydesk ${words[0]} stopped with ${code}: ${said}`));
    });
  });
}

/** Resolves once the server answers; gives the way to stop it. */
export async function startServing(settings: Record<string, string>): Promise<() => Promise<void>> {
  const child = startProgram("serve", [], settings);
  let said = "";
  await new Promise<void>((ready, failed) => {
    child.stdout.resume();
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Studydesk runs at")) ready();
    });
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`serve stopped with ${code}: ${said}`)));
  });
  return () =>
    new Promise((stopped) => {
      child.once("exit", () => stopped());
      child.kill("SIGTERM");
    });
}
