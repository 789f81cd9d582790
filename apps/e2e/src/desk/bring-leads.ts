// Messages that a demo does not make up: a very long name, an Arabic one, somebody who wrote twice.
import type { Desk } from "./start-desk";

const names = {
  twice: "Ifeoma Brandtwell",
  long: "Maximiliane-Konstantina von Hohenlohe-Waldenburg-Schillingsfürst",
  arabic: "نور الحسيني",
} as const;

const brought = new WeakMap<Desk, Promise<typeof names>>();

/** Sends them once to a desk, however often it is asked; gives the names they are found by. */
export function bringLeads(desk: Desk): Promise<typeof names> {
  const known = brought.get(desk) ?? bring(desk);
  brought.set(desk, known);
  return known;
}

async function bring(desk: Desk): Promise<typeof names> {
  await writeTo(desk, names.twice, "ifeoma", "May I bring my daughter along to the first visit?");
  await writeTo(desk, names.twice, "ifeoma", "I forgot to say: mornings are best for me.");
  await writeTo(desk, names.long, "maximiliane", "");
  await writeTo(desk, names.arabic, "nour", "هل يمكنني المشاركة إذا كنت أعيش خارج المدينة؟", "ar");
  return names;
}

export async function writeTo(
  desk: Desk,
  name: string,
  email: string,
  message: string,
  language = "en",
): Promise<void> {
  const [first = "", ...last] = name.split(" ");
  const answer = await fetch(`${desk.url}/studies/NCT06596954`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({
      first_name: first,
      last_name: last.join(" "),
      email: `${email}@example.org`,
      phone: "021 5555 0119",
      language,
      message,
      consent: "yes",
    }),
  });
  if (answer.status !== 303) throw new Error(`A message was answered with ${answer.status}.`);
}
