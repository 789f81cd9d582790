// Each attack has a share of its own, made by a made-up coordinator, and a clock that it moves. It gives one
// line of what came of it, or throws.
import { buildShareTest, randomText, sealedForTest } from "@studydesk/api/testing/build-share";
import type { Db } from "@studydesk/db/open-database";

const guesses = 10_000;
const networks = 200;
const hourMs = 60 * 60 * 1000;
const mostLookedAt = 100;

export const attacks: readonly ((db: Db) => Promise<string>)[] = [
  guessPasscodes,
  sendJunk,
  openTogether,
  repeatNonce,
];

/** With the link in hand, from 200 networks, 200 tries an hour for two days: as patient as a share allows. */
async function guessPasscodes(db: Db): Promise<string> {
  const { share, open, deps } = await buildShareTest(db, sealedForTest());
  await share({ expiresInDays: 30 });
  let lookedAt = 0;
  let refused = 0;
  for (let done = 0; done < guesses; done += networks) {
    const answers = await Promise.all(
      Array.from({ length: networks }, (_, from) =>
        open({ authKey: randomText(32), network: networkOf(from) }),
      ),
    );
    lookedAt += answers.filter(({ status }) => status === 404).length;
    refused += answers.filter(({ status }) => status === 429 || status === 410).length;
    deps.clock.advance(hourMs + 1);
  }
  expectIs("Guesses looked at", lookedAt, mostLookedAt);
  expectIs("Guesses refused", refused, guesses - mostLookedAt);
  return `${count(guesses)} guesses from ${networks} networks: ${lookedAt} looked at, ${count(refused)} refused unread`;
}

/** Who knows only the id, as it stands in a preview or a log elsewhere, locks nobody out. */
async function sendJunk(db: Db): Promise<string> {
  const { share, open } = await buildShareTest(db, sealedForTest());
  await share({ maxViews: 1 });
  for (let done = 0; done < guesses; done += networks) {
    const answers = await Promise.all(
      Array.from({ length: networks }, (_, from) =>
        open({ linkProof: randomText(32), authKey: randomText(32), network: networkOf(from) }),
      ),
    );
    expectIs("Junk answered with 404", count404(answers), networks);
  }
  expectIs("The recipient's answer", (await open({ network: networkOf(0) })).status, 200);
  return `${count(guesses)} junk requests with the id alone: the recipient still opens it`;
}

async function openTogether(db: Db): Promise<string> {
  const { share, open } = await buildShareTest(db, sealedForTest());
  await share({ maxViews: 1 });
  const answers = await Promise.all(Array.from({ length: 200 }, () => open()));
  const opened = answers.filter(({ status }) => status === 200).length;
  expectIs("Views", opened, 1);
  return `200 openings at the same moment, one view: ${opened} opened`;
}

async function repeatNonce(db: Db): Promise<string> {
  const { share, open, deps } = await buildShareTest(db, sealedForTest());
  await share({ maxViews: 1 });
  const nonce = randomText(16);
  const together = await Promise.all(Array.from({ length: 200 }, () => open({ nonce })));
  expectIs(
    "Repeats within two minutes",
    together.filter((each) => each.status === 200).length,
    200,
  );
  deps.clock.advance(2 * 60 * 1000 + 1);
  expectIs("The repeat after that", (await open({ nonce })).status, 410);
  return "200 openings with one nonce: one view; refused after two minutes";
}

function count404(answers: readonly { status: number }[]): number {
  return answers.filter(({ status }) => status === 404).length;
}

function networkOf(from: number): string {
  return `198.51.${from}.0/24`;
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function expectIs(what: string, found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`${what}: ${found}, and not ${wanted}.`);
}
