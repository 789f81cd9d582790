// What a job does, in words: while it runs, and afterwards.
import { leadStatusLabels } from "@studydesk/domain/leads/lead-status";
import { dayAndTimeWords } from "../../../lib/time-words";
import type { RouterOutputs } from "../../../lib/trpc";

export type Job = RouterOutputs["bulk"]["list"][number];

interface Words {
  doing: string;
  done: string;
}

/** `nameOf` gives a colleague's name by id where the screen knows it. */
export function taskWords(
  { task }: Pick<Job, "task">,
  now: Date,
  nameOf: (id: string) => string,
): Words {
  switch (task.kind) {
    case "assign": {
      if (task.ownerId === null)
        return { doing: "Taking the owner away", done: "Owner taken away" };
      const name = nameOf(task.ownerId);
      return { doing: `Assigning to ${name}`, done: `Assigned to ${name}` };
    }
    case "status": {
      const to = leadStatusLabels[task.to];
      return { doing: `Moving to ${to}`, done: `Moved to ${to}` };
    }
    case "follow_up": {
      if (task.at === null) return { doing: "Clearing follow-ups", done: "Follow-ups cleared" };
      const when = dayAndTimeWords(task.at, now);
      return { doing: `Setting follow-ups to ${when}`, done: `Follow-ups set to ${when}` };
    }
    case "mail":
      return { doing: `Writing “${task.template}”`, done: `Wrote “${task.template}”` };
    case "undo":
      return task.of === "undo"
        ? { doing: "Doing it again", done: "Done again" }
        : { doing: "Taking it back", done: "Taken back" };
  }
}

/** What became of a job that has ended. */
export function endedWords(job: Job, words: Words): string {
  const { status, total, done, refused, unchanged, partly } = job;
  const left = total - done - refused - unchanged;
  const stopped = status === "stopped" && left > 0 ? ` Stopped: ${leads(left)} not begun.` : "";
  const stayed =
    refused > 0 ? ` ${leads(refused)} stayed as ${refused === 1 ? "it was" : "they were"}.` : "";
  const part = partly > 0 ? ` ${leads(partly)} only in part.` : "";
  const already =
    unchanged > 0 ? ` ${leads(unchanged)} ${unchanged === 1 ? "was" : "were"} so already.` : "";
  return `${words.done}: ${leads(done)}.${part}${already}${stayed}${stopped}`;
}

function leads(count: number): string {
  return count === 1 ? "1 lead" : `${count.toLocaleString("en")} leads`;
}
