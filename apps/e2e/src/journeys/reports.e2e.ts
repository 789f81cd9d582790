// Reports: numbers that add up, that open exactly their rows, that follow what happens, and that name nobody
// on paper.
import type { Page } from "@playwright/test";
import { writeTo } from "../desk/bring-leads";
import { expect, signIn, test } from "../desk/test";

/** What the table below the flow says of somebody. */
async function countOf(page: Page, who: string): Promise<number> {
  const named = page.getByRole("rowheader", { name: who, exact: true });
  const row = page.getByRole("region", { name: "CONSORT" }).getByRole("row").filter({ has: named });
  return Number(((await row.getByRole("cell").textContent()) ?? "").replaceAll(",", ""));
}

async function countsOf<Who extends string>(page: Page, ...who: Who[]) {
  const counts = await Promise.all(who.map((each) => countOf(page, each)));
  return (each: Who) => counts[who.indexOf(each)] ?? Number.NaN;
}

test("a coordinator reads how recruitment goes, opens a number, and prints a page without names", async ({
  desk,
  page,
}) => {
  await signIn(page, desk, "mei");
  await page.keyboard.press("g");
  await page.keyboard.press("r");
  await expect(page.getByRole("heading", { level: 1, name: "Reports" })).toBeVisible();

  // Everybody is somewhere, once.
  const flow = page.getByRole("region", { name: "CONSORT" });
  await flow.getByText("As a table").click();
  await expect(flow.getByText("unexplained exclusions: 0")).toBeVisible();
  const of = await countsOf(
    page,
    ...(["Assessed for eligibility", "Excluded", "Still being assessed"] as const),
    ...(["Not meeting criteria", "Declined", "Could not be reached"] as const),
    ...(["Consented to the study", "Screen failure", "Withdrawn before enrolment"] as const),
    ...(["Still in screening", "Enrolled"] as const),
  );
  const assessed = of("Assessed for eligibility");
  expect(assessed).toBeGreaterThan(10);
  expect(of("Excluded") + of("Still being assessed") + of("Consented to the study")).toBe(assessed);
  expect(of("Not meeting criteria") + of("Declined") + of("Could not be reached")).toBe(
    of("Excluded"),
  );
  expect(
    of("Screen failure") +
      of("Withdrawn before enrolment") +
      of("Still in screening") +
      of("Enrolled"),
  ).toBe(of("Consented to the study"));
  const funnel = page.getByRole("region", { name: "Recruitment" });
  const leads = (count: number) =>
    funnel.getByRole("link", { name: `Leads ${count}`, exact: true });
  await expect(leads(assessed)).toBeVisible();

  // Whoever writes is counted while the report is open.
  await writeTo(desk, "Reporta Countwell", "reporta", "Is there still room for me?");
  await expect(leads(assessed + 1)).toBeVisible();

  // A number of the picture opens its rows, and going back brings the report.
  const declined = of("Declined");
  await flow.getByRole("link", { name: `Declined ${declined}`, exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "All leads" })).toBeVisible();
  await expect(page.getByText(new RegExp(`^${declined} leads?$`)).first()).toBeVisible();
  const names = await page.getByRole("row").getByRole("link").allTextContents();
  expect(names.length).toBeGreaterThan(0);
  await page.goBack();

  // The days are in the address, and stay.
  await page.getByRole("button", { name: "Arrived: any day" }).click();
  await page.getByRole("button", { name: "The last 30 days" }).click();
  const days = page.getByRole("button", { name: /^Arrived: .+ – .+/ });
  const said = (await days.textContent()) ?? "";
  await expect(leads(assessed + 1)).toBeHidden();
  await page.reload();
  await expect(days).toHaveText(said);
  expect(new URL(page.url()).searchParams.get("from")).toMatch(/^"?\d{4}-\d\d-\d\d"?$/);
  await page.getByRole("button", { name: "Remove the filter Arrived" }).click();
  await expect(leads(assessed + 1)).toBeVisible();

  // On paper: one page, and nobody's name.
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator("[data-print-sheet]");
  await expect(sheet.getByText("Assessed for eligibility")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  const printed = (await sheet.textContent()) ?? "";
  for (const name of [...names, "Countwell"]) expect(printed).not.toContain(name);
  for (const format of ["A4", "Letter"]) {
    const pages = (await page.pdf({ format })).toString("latin1").match(/\/Type\s*\/Page\b/g);
    expect(pages, format).toHaveLength(1);
  }
});
