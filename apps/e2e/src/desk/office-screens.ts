// What admins and the owner look after: studies, mail, backups, sites, the audit trail.
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { bringLeads } from "./bring-leads";
import type { Screen } from "./screen";
import { runCommand } from "./start-serving";

const record = resolve(
  import.meta.dirname,
  "../../../server/src/demo/records/escc-radiotherapy.json",
);

/** The record with another keyword each time: something changed, and nothing else notices. */
function changedRecord() {
  const changed = JSON.parse(readFileSync(record, "utf8"));
  changed.protocolSection.conditionsModule.keywords = [`Round ${Date.now()}`];
  const buffer = Buffer.from(JSON.stringify(changed));
  return { name: "changed.json", mimeType: "application/json", buffer };
}

async function openTexts(page: Page, shown: { language: string; part: string }) {
  await page
    .getByRole("link", { name: /Lymphocyte/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Texts of the page" }).click();
  await page.getByRole("link", { name: new RegExp(`^${shown.language}`) }).click();
  await page.getByRole("link", { name: shown.part, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Texts of the public page" }).waitFor();
}

const openPlainText = async (page: Page) => {
  await page
    .getByRole("link", { name: /Lymphocyte/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Plain-language text" }).click();
  await page.getByLabel("Plain-language text in English").waitFor();
};

/** The draft that an earlier screen began, or a new one. */
const openDraft = async (page: Page) => {
  const begin = page.getByRole("button", { name: "Change the criteria" });
  const draft = page.getByRole("link", { name: /^Version \d+ ?draft/ });
  await begin.or(draft).first().click();
  await page.getByText("Everything is saved.").waitFor();
};

async function askForNote(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Ask for a note" }).click();
  const asked = page.getByRole("textbox", { name: "What do you ask for?" });
  await asked.fill("Please tell me:\n- which **inhaler** it is\n- since when");
  await page.getByRole("dialog").getByText("since when").last().waitFor();
}

export const officeScreens: readonly Screen[] = [
  { name: "studies", who: "ada", path: "/desk/studies" },
  {
    name: "study",
    who: "ada",
    path: "/desk/studies",
    prepare: async (page) => {
      await page
        .getByRole("link", { name: /Lymphocyte/ })
        .first()
        .click();
      await page.getByRole("heading", { level: 1, name: /Lymphocyte/ }).waitFor();
    },
  },
  {
    name: "study-fhir",
    who: "ada",
    path: "/desk/studies/1",
    prepare: async (page) => {
      await page.getByRole("button", { name: "Export FHIR…" }).click();
      await page.getByRole("dialog").getByLabel("De-identified").waitFor();
    },
  },
  {
    name: "retention-rule",
    who: "ada",
    path: "/desk/studies/1",
    prepare: async (page) => {
      await page
        .getByRole("button", { name: /^Set how long/ })
        .first()
        .click();
      await page.getByRole("dialog").getByLabel("Months after a lead was closed").waitFor();
    },
  },
  {
    name: "erase-person",
    who: "ada",
    path: "/desk/inbox",
    prepare: async (page) => {
      await page.locator("main a[href*='lead=']").first().click();
      await page.getByRole("button", { name: "Erase this person…" }).click();
      await page.getByRole("dialog").getByText("Goes for good").waitFor();
    },
  },
  { name: "criteria", who: "ada", path: "/desk/studies/1/criteria" },
  {
    name: "criteria-draft",
    who: "ada",
    path: "/desk/studies/2/criteria",
    prepare: async (page) => {
      await openDraft(page);
      await page.getByRole("button", { name: /^I2 / }).click();
      await page.getByText("A number", { exact: true }).click();
      await page.getByLabel(/^If the answer is/).fill("5");
      await page.getByText("It speaks for the person.").waitFor();
    },
  },
  {
    name: "criteria-publish",
    who: "ada",
    path: "/desk/studies/2/criteria",
    prepare: async (page) => {
      await openDraft(page);
      await page.getByRole("link", { name: "Check and publish" }).click();
      await page.getByText("Of all sites.").waitFor();
    },
  },
  {
    name: "criteria-leads",
    who: "sam",
    path: "/desk/studies/3/criteria",
    prepare: async (page) => {
      await page.getByRole("link", { name: "Leads it touches" }).click();
      await page.getByRole("table").waitFor();
    },
  },
  {
    name: "plain-language-text",
    who: "ada",
    path: "/desk/studies",
    prepare: async (page) => {
      await openPlainText(page);
      await page.getByText("Show the text").click();
    },
  },
  {
    name: "plain-language-claims",
    who: "ada",
    path: "/desk/studies",
    prepare: async (page) => {
      await openPlainText(page);
      await page
        .getByLabel("Plain-language text in English")
        .fill("It is safe and will help you.\n\n* It lasts 36 weeks\n* You get Keytruda");
      await page.getByLabel("I checked this: safe").check();
    },
  },
  {
    name: "study-texts",
    who: "ada",
    path: "/desk/studies",
    prepare: (page) => openTexts(page, { language: "Arabic", part: "Texts" }),
  },
  {
    name: "study-texts-questions",
    who: "ada",
    path: "/desk/studies",
    prepare: (page) => openTexts(page, { language: "Chinese", part: "Common questions" }),
  },
  {
    name: "study-texts-consent",
    who: "ada",
    path: "/desk/studies",
    prepare: (page) => openTexts(page, { language: "Spanish", part: "Consent to contact" }),
  },
  {
    name: "study-texts-read-only",
    who: "mei",
    path: "/desk/studies",
    prepare: (page) => openTexts(page, { language: "Arabic", part: "Texts" }),
  },
  { name: "import", who: "ada", path: "/desk/studies/import" },
  {
    name: "import-preview",
    who: "ada",
    path: "/desk/studies/import",
    prepare: async (page) => {
      await page.locator("input[type=file]").setInputFiles(record);
      await page.getByText("NCT06596954").first().waitFor();
    },
  },
  {
    name: "import-again",
    who: "ada",
    path: "/desk/studies/import",
    prepare: async (page) => {
      await page.locator("input[type=file]").setInputFiles(changedRecord());
      await page.getByRole("heading", { name: "What changes" }).waitFor();
    },
  },
  {
    name: "study-history",
    who: "ada",
    path: "/desk/studies/import",
    prepare: async (page) => {
      await page.locator("input[type=file]").setInputFiles(changedRecord());
      await page.getByRole("button", { name: /^Import 1 study/ }).click();
      await page
        .getByRole("main")
        .getByRole("link", { name: /Lymphocyte/ })
        .click();
      await page
        .getByText(/^Keywords/)
        .last()
        .click();
      await page.getByText("After", { exact: true }).waitFor();
    },
  },
  {
    name: "study-registry-away",
    who: "ada",
    path: "/desk/studies",
    prepare: async (page) => {
      await page
        .getByRole("link", { name: /Lymphocyte/ })
        .first()
        .click();
      await page.getByRole("button", { name: "Check the registry now" }).click();
      await page.getByText("The last look took nothing over.").waitFor();
    },
  },
  { name: "import-not-allowed", who: "mei", path: "/desk/studies/import" },
  {
    name: "outbox",
    who: "ada",
    path: "/desk/outbox",
    prepare: async (page, desk) => {
      await bringLeads(desk);
      await page.reload();
      await page.locator("main a[href*='mail=']").first().waitFor();
    },
  },
  {
    name: "mail",
    who: "ada",
    path: "/desk/outbox",
    prepare: async (page, desk) => {
      await bringLeads(desk);
      await page.reload();
      await page.locator("main a[href*='mail=']").first().click();
      await page.getByRole("complementary").getByRole("heading").first().waitFor();
    },
  },
  {
    name: "backups",
    who: "ada",
    path: "/desk/backups",
    prepare: async (page, desk) => {
      const folder = `${desk.folder}-backups`;
      await runCommand(["backup", folder], { STUDYDESK_DATA: desk.folder });
      await page.reload();
      await page.getByText("Verified").first().waitFor();
      await rm(folder, { recursive: true });
    },
  },
  { name: "backups-not-allowed", who: "mei", path: "/desk/backups" },
  { name: "sites", who: "ada", path: "/desk/sites" },
  { name: "mail-templates", who: "ada", path: "/desk/templates" },
  {
    name: "site-edit",
    who: "ada",
    path: "/desk/sites",
    prepare: async (page) => {
      await page.getByRole("button", { name: /^Edit/ }).first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "shares-at-sites", who: "ada", path: "/desk/shares?list=sites" },
  { name: "shares", who: "mei", path: "/desk/shares" },
  { name: "note-ask", who: "mei", path: "/desk/studies/1", prepare: askForNote },
  {
    name: "note-asked",
    who: "mei",
    path: "/desk/studies/1",
    prepare: async (page) => {
      await askForNote(page);
      await page.getByRole("button", { name: /^Seal/ }).click();
      await page.getByRole("button", { name: "QR code of the link" }).click();
    },
  },
  { name: "shares-asked", who: "mei", path: "/desk/shares?list=asked" },
  { name: "audit", who: "ada", path: "/desk/audit" },
  { name: "audit-not-allowed", who: "mei", path: "/desk/audit" },
  { name: "nothing-there", hasOwnTab: true, who: "mei", path: "/desk/nothing/there" },
];
