// The reader's own notes: the list with and without any, a note whose text changed, the dialogs.
import type { Page } from "@playwright/test";
import type { Screen } from "./screen";
import { selectWords } from "./select-words";

const study = "/studies/NCT99000001";

async function writeNote(page: Page, words: string, text: string): Promise<void> {
  await selectWords(page, words);
  await page.locator(".note-bar:visible button").click();
  await page.locator("#note-text").fill(text);
  await page.locator(".note-dialog .main").click();
  await page.locator(".note-card").first().waitFor();
}

async function openList(page: Page): Promise<void> {
  await page.locator("button.your-notes").click();
  await page.locator(".notes-drawer[open]").waitFor();
}

async function writeTwoNotes(page: Page): Promise<void> {
  await writeNote(page, "Eye disease", "I wear glasses. Is that a disease?");
  await writeNote(page, "uses each lamp for three of them", "Which one is first?");
}

/** As if the text had said something else when the notes were written. */
async function changeWhatWasRead(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const opening = indexedDB.open("studydesk-notes");
    await new Promise((done) => opening.addEventListener("success", done));
    const rows = opening.result.transaction("notes", "readwrite").objectStore("notes");
    const reading = rows.getAll();
    await new Promise((done) => reading.addEventListener("success", done));
    const changed = { exact: "No eye disease", textSha256: "" };
    const gone = { exact: "Travel is paid back", prefix: "", suffix: "", textSha256: "" };
    for (const note of reading.result) {
      const read = note.anchor.exact === "Eye disease" ? changed : gone;
      rows.put({ ...note, anchor: { ...note.anchor, ...read } });
    }
    await new Promise((done) => rows.transaction.addEventListener("complete", done));
  });
  await page.reload();
  await page.locator(".note-button").first().click();
}

export const noteScreens: readonly Screen[] = [
  { name: "notes-empty", path: study, prepare: openList },
  {
    name: "note-dialog",
    path: study,
    prepare: async (page) => {
      await page.getByRole("button", { name: /^Add a note: Eye disease/ }).focus();
      await page.keyboard.press("Enter");
      await page.locator(".note-dialog[open]").waitFor();
    },
  },
  {
    name: "notes-list",
    path: study,
    prepare: async (page) => {
      await writeTwoNotes(page);
      await openList(page);
    },
  },
  {
    name: "notes-changed",
    path: study,
    prepare: changeWhatWasRead,
  },
  { name: "notes-changed-list", path: study, prepare: openList },
  {
    name: "notes-share",
    path: study,
    prepare: async (page) => {
      await openList(page);
      await page.locator(".notes-drawer .main").click();
      await page.locator("#share-name").fill("Amara Example");
    },
  },
  {
    name: "notes-shared",
    path: study,
    prepare: async (page) => {
      await openList(page);
      await page.locator(".notes-drawer .main").click();
      await page.locator(".note-dialog .main").click();
      await page.locator("#share-link").waitFor();
    },
  },
  {
    name: "notes-list-arabic",
    path: `/ar${study}`,
    prepare: async (page) => {
      await openList(page);
      await page.locator(".notes-drawer section li").first().waitFor();
    },
  },
];
