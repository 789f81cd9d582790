// What a coordinator works with all day: Today, the list and a lead, in the states they come into.
import type { Page } from "@playwright/test";
import { bringLeads } from "./bring-leads";
import { bringErased } from "./own-links";
import type { Screen } from "./screen";
import { signIn } from "./test";
import { todayScreens } from "./today-screens";

const panelOf = (page: Page) => page.getByRole("complementary", { name: "Lead" });

const openFirstLead = async (page: Page) => {
  await page.locator("main a[href*='lead=']").first().click();
  await page.getByRole("tab", { name: /Overview/ }).waitFor();
};

/** Opens the first lead and presses one of the buttons of its panel. */
const openLeadAnd = (button: RegExp) => async (page: Page) => {
  await openFirstLead(page);
  await panelOf(page).getByRole("button", { name: button }).click();
};

const openLeadOf = (name: string) => async (page: Page) => {
  await page.getByRole("searchbox", { name: /Search leads/ }).fill(name);
  await page.getByText(name).first().waitFor();
  await page.waitForFunction(() => document.querySelectorAll("main a[href*='lead=']").length === 1);
  await openFirstLead(page);
};

const setFollowUp = async (page: Page) => {
  await panelOf(page)
    .getByRole("button", { name: /^Follow up/ })
    .click();
  await panelOf(page).getByRole("button", { name: "Tomorrow" }).click();
  await panelOf(page).getByRole("button", { name: "Set it" }).click();
};

const openNotes = async (page: Page) => {
  await openFirstLead(page);
  await page.getByRole("tab", { name: /Notes/ }).click();
};

const startSharing = async (page: Page) => {
  await openNotes(page);
  if (
    (await panelOf(page)
      .getByRole("button", { name: /^Share/ })
      .count()) === 0
  ) {
    await page.getByLabel("New note").fill("The pathology report is with the referring clinic.");
    await page.keyboard.press("Control+Enter");
  }
  await panelOf(page)
    .getByRole("button", { name: /^Share/ })
    .first()
    .click();
  await page.getByRole("dialog").getByLabel("Generated passcode").waitFor();
};

export const leadScreens: readonly Screen[] = [
  ...todayScreens,
  { name: "inbox", who: "mei", path: "/desk/inbox" },
  { name: "all-leads", who: "ada", path: "/desk/inbox?view=all" },
  {
    name: "filter-open",
    who: "ada",
    path: "/desk/inbox?view=all",
    prepare: async (page) => {
      await page.getByRole("button", { name: "+ Filter" }).click();
      await page.getByRole("menuitem", { name: "Status" }).click();
      await page.getByRole("menuitemcheckbox").first().waitFor();
    },
  },
  {
    name: "new-lead-with-faults",
    // Half a lead stays open wherever one goes.
    hasOwnTab: true,
    isForDesk: true,
    who: "ada",
    path: "/desk/inbox",
    prepare: async (page) => {
      await page.getByRole("button", { name: "New lead" }).click();
      await page.getByRole("button", { name: "Save and open" }).click();
      await page.getByText("Type the first name").waitFor();
    },
  },
  {
    name: "search-without-result",
    who: "mei",
    path: "/desk/inbox",
    prepare: async (page) => {
      await page.getByRole("searchbox", { name: /Search leads/ }).fill("Nobody Is Called This");
      await page.getByRole("heading", { name: "No lead fits" }).waitFor();
    },
  },
  { name: "lead", who: "mei", path: "/desk/inbox?view=mine", prepare: openFirstLead },
  {
    name: "lead-wrote-twice",
    who: "mei",
    path: "/desk/inbox",
    prepare: async (page, desk) => {
      const { twice } = await bringLeads(desk);
      await openLeadOf(twice)(page);
    },
  },
  {
    name: "lead-long-name",
    who: "mei",
    path: "/desk/inbox",
    prepare: async (page, desk) => {
      const { long } = await bringLeads(desk);
      await openLeadOf(long)(page);
    },
  },
  {
    name: "lead-arabic-name",
    who: "mei",
    path: "/desk/inbox",
    prepare: async (page, desk) => {
      const { arabic } = await bringLeads(desk);
      await openLeadOf(arabic)(page);
    },
  },
  {
    name: "lead-timeline",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: async (page) => {
      await openFirstLead(page);
      await page.getByRole("tab", { name: /Timeline/ }).click();
    },
  },
  {
    name: "lead-screening",
    who: "mei",
    path: "/desk/inbox?view=mine&statuses=%5B%22pre_screening%22%5D",
    prepare: async (page) => {
      await openFirstLead(page);
      await page.keyboard.press("q");
      await page.locator("li[aria-current]").waitFor();
    },
  },
  { name: "lead-notes", who: "mei", path: "/desk/inbox?view=mine", prepare: openNotes },
  {
    name: "lead-log-a-call",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: openLeadAnd(/^Log a call/),
  },
  {
    name: "lead-follow-up",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: openLeadAnd(/^Follow up/),
  },
  {
    name: "lead-assign",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: openLeadAnd(/^Assign/),
  },
  {
    name: "lead-status",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: openLeadAnd(/^Status/),
  },
  {
    name: "lead-status-reasons",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: async (page) => {
      await openLeadAnd(/^Status/)(page);
      await page.getByRole("menuitem", { name: /Declined/ }).click();
      await page.getByRole("menuitem", { name: "Too far to travel" }).waitFor();
    },
  },
  {
    // A colleague was faster, and the news of it did not get through.
    name: "lead-conflict",
    hasOwnTab: true,
    who: "mei",
    path: "/desk/inbox?view=all&statuses=%5B%22could_not_reach%22%5D",
    prepare: async (page, desk) => {
      await page.route("**/live.events**", (route) => route.abort());
      await page.reload();
      await openFirstLead(page);
      const elsewhere = await page.context().browser()?.newContext();
      const colleague = await elsewhere?.newPage();
      if (!colleague) throw new Error("There is no browser.");
      await signIn(colleague, desk, "ada");
      await colleague.goto(page.url());
      await setFollowUp(colleague);
      await colleague
        .getByText(/follow-up tomorrow/)
        .first()
        .waitFor();
      await elsewhere?.close();
      await setFollowUp(page);
      await page.getByRole("region", { name: "Two changes of the follow-up" }).waitFor();
    },
  },
  { name: "lead-not-there", who: "mei", path: "/desk/leads/999999" },
  {
    name: "share-form",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: startSharing,
  },
  {
    name: "share-made",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: async (page) => {
      await startSharing(page);
      await page.getByRole("button", { name: /^Seal/ }).click();
      await page.getByLabel("Link", { exact: true }).waitFor();
    },
  },
  {
    name: "share-opened",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: async (page) => {
      await startSharing(page);
      const passcode = (await page.getByLabel("Generated passcode").textContent()) ?? "";
      await page.getByRole("button", { name: /^Seal/ }).click();
      await page.goto(await page.getByLabel("Link", { exact: true }).inputValue());
      await page.getByLabel("Passcode").fill(passcode);
      await page.getByRole("button", { name: "Open the note" }).click();
      await page.getByText("The pathology report").waitFor();
    },
  },
  {
    name: "lead-erased",
    who: "mei",
    path: "/desk/inbox",
    prepare: async (page, desk) => {
      await bringErased(desk);
      await page.goto("/desk/inbox?view=all");
      await page.getByRole("link", { name: "Erased person" }).first().click();
      await page
        .getByText(/at the person’s request/)
        .first()
        .waitFor();
    },
  },
  { name: "views", who: "mei", path: "/desk/views" },
  {
    name: "columns-open",
    isForDesk: true,
    who: "ada",
    path: "/desk/inbox?view=all&statuses=%5B%22pre_screening%22%5D&age=%7B%22maxDays%22%3A90%7D",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Columns" }).click();
      await page.getByRole("checkbox", { name: "Phone" }).waitFor();
    },
  },
  { name: "nothing-unassigned", who: "wen", path: "/desk/inbox?view=mine" },
  {
    name: "keys",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: async (page) => {
      await openFirstLead(page);
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "palette",
    who: "mei",
    path: "/desk/inbox?view=mine",
    prepare: async (page) => {
      await openFirstLead(page);
      await page.keyboard.press("Control+k");
      await page.getByRole("option", { name: "Assign", exact: true }).waitFor();
    },
  },
];
