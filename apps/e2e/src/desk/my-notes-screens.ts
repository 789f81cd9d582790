// One's own notes in one place, as the demo brings them along: all, some chosen, one whose words changed.
import type { Page } from "@playwright/test";
import type { Screen } from "./screen";

const boxOf = (page: Page, which: number) =>
  page.getByRole("checkbox", { name: /^Choose the note on/ }).nth(which);

export const myNotesScreens: readonly Screen[] = [
  {
    name: "my-notes",
    who: "mei",
    path: "/desk/notes",
    prepare: async (page) => {
      // Of two people: they cannot go into one share.
      await boxOf(page, 0).check();
      await boxOf(page, 1).check();
      await page.getByText("2 notes chosen").waitFor();
    },
  },
  {
    name: "my-notes-changed",
    who: "mei",
    path: "/desk/notes?only=changed",
    prepare: (page) => page.getByRole("button", { name: "It still fits" }).waitFor(),
  },
  {
    name: "my-notes-none-found",
    who: "mei",
    path: "/desk/notes",
    prepare: async (page) => {
      await page.getByRole("searchbox").fill("quince and medlar");
      await page.getByText("No note of yours has these words").waitFor();
    },
  },
  { name: "my-notes-empty", who: "ada", path: "/desk/notes" },
];
