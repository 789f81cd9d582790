// What people outside see behind a sealed link: asked for the passcode, refused, with the note open, and
// asked for a note. What the server would keep is sealed here.
import type { Page } from "@playwright/test";
import { sealRequest } from "@studydesk/sealing/note-request";
import { makeReplyKey } from "@studydesk/sealing/reply-key";
import { makeRequestLink } from "@studydesk/sealing/request-link";
import { sealShare } from "@studydesk/sealing/seal";
import { makeShareLink } from "@studydesk/sealing/share-link";
import type { Screen } from "./screen";

// Opening it where it is open already would load nothing anew.
const anyLink = "/n/AAAAAAAAAAAAAAAAAAAAAA#1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const passcode = "7K2M-9QXP-4T";
const expiresAt = "2030-01-08T12:00:00.000Z";

async function enterPasscode(page: Page): Promise<void> {
  await page.getByLabel("Passcode").fill(passcode);
  await page.getByRole("button", { name: "Open the note" }).click();
}

/** What the server says to a passcode, without a share that has come to that. */
const refuse = (status: number, answer: object) => async (page: Page) => {
  await page.route("**/api/share/open", (route) => route.fulfill({ status, json: answer }));
  await enterPasscode(page);
  await page.getByText(/Wait|Ask the person|ask the person/).waitFor();
};

async function openNote(page: Page): Promise<void> {
  const { publicKey } = await makeReplyKey();
  const quote = { text: "No eye disease", source: "Exclusion criterion 3", revision: "2" };
  const { link, sealed } = await sealShare(
    {
      version: 1,
      notes: [
        {
          text: "Two things to ask:\n- is the **left** eye meant?\n- since when?",
          writtenAt: "2026-09-01T09:15:00.000Z",
          quote,
        },
      ],
      authorName: "Mei Example",
      about: [{ label: "First name", value: "Ifeoma" }],
      replyTo: [publicKey],
    },
    passcode,
  );
  const { iv, ciphertext } = sealed;
  await page.route("**/api/share/open", (route) =>
    route.fulfill({ json: { iv, ciphertext, expiresAt, viewsLeft: 4 } }),
  );
  await page.goto(makeShareLink(link));
  await enterPasscode(page);
  await page.getByRole("heading", { name: "Answer the sender" }).waitFor();
}

async function openRequest(page: Page): Promise<void> {
  const { publicKey } = await makeReplyKey();
  const { link, sealed } = await sealRequest([publicKey], {
    text: "Please tell me:\n- which **inhaler** it is\n- since when",
    from: "Mei Example",
  });
  const { publicKeys, iv, ciphertext } = sealed;
  await page.route("**/api/note-request/look", (route) =>
    route.fulfill({ json: { publicKeys, iv, ciphertext, expiresAt, notesLeft: 3 } }),
  );
  await page.goto(makeRequestLink(link));
  await page.getByRole("heading", { name: "Mei Example asks you for a note" }).waitFor();
}

export const readerScreens: readonly Screen[] = [
  { name: "share-reader", path: anyLink },
  { name: "share-reader-cut-link", path: "/n/AAAAAAAAAAAAAAAAAAAAAA" },
  {
    name: "share-reader-wrong-passcode",
    path: anyLink,
    prepare: refuse(404, { code: "not_found" }),
  },
  {
    name: "share-reader-throttled",
    hasOwnTab: true,
    path: anyLink,
    prepare: refuse(429, { retryAfterSeconds: 900 }),
  },
  {
    name: "share-reader-used-up",
    hasOwnTab: true,
    path: anyLink,
    prepare: refuse(410, { reason: "used_up" }),
  },
  { name: "share-reader-open", path: anyLink, prepare: openNote },
  { name: "note-request", path: "/r/AAAAAAAAAAAAAAAAAAAAAA", prepare: openRequest },
];
