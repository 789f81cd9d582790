// The private links that people get by mail, and one person who had themselves erased.
import { expect } from "@playwright/test";
import { writeTo } from "./bring-leads";
import type { Desk } from "./start-desk";

/** The newest link that was mailed to an address, as a path. */
export async function ownLinkOf(desk: Desk, email: string): Promise<string> {
  const links = () =>
    desk
      .mails()
      .filter(({ to }) => [to].flat()[0]?.text === email)
      .flatMap(({ text = "" }) => [...text.matchAll(/(?:\/[a-z]{2})?\/status\/[\w-]{43}/g)])
      .map(([path]) => path);
  await expect.poll(links).not.toEqual([]);
  return links().at(-1) ?? "";
}

const erased = new WeakMap<Desk, Promise<void>>();

/** Once to a desk, however often it is asked. */
export function bringErased(desk: Desk): Promise<void> {
  const known = erased.get(desk) ?? eraseSomebody(desk);
  erased.set(desk, known);
  return known;
}

async function eraseSomebody(desk: Desk): Promise<void> {
  await writeTo(desk, "Cordelia Umbermoor", "cordelia", "Please call me.");
  const path = await ownLinkOf(desk, "cordelia@example.org");
  const answer = await fetch(`${desk.url}${path}/erase`, {
    method: "POST",
    body: new URLSearchParams({ sure: "yes" }),
  });
  if (answer.status !== 200) throw new Error(`An erasure was answered with ${answer.status}.`);
}
