// The upper age of a study is raised: a draft with the new bound is published, its list names whom to ask
// again and who may fit now, one press makes follow-ups of each, and all of it can be taken back.
import type { Page } from "@playwright/test";
import { expect, signIn, test } from "../desk/test";

test.use({ ownDesk: true });

/** Two people who were asked their age: one goes on, the other failed by it. */
async function bringAsked(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ask = async (path: string, input: unknown) => {
      const answer = await fetch(`/api/trpc/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
      return (await answer.json()).result.data;
    };
    const bring = async (firstName: string, phone: string, age: number) => {
      const person = { firstName, lastName: "Eldermoor", phone, consentGiven: true };
      const { id: leadId } = await ask("leads.add", { studyId: 1, siteId: 1, ...person });
      const { lines } = await ask("screening.read", { leadId });
      const isAge = (line: { criterion: { label: string } }) => line.criterion.label === "I4";
      const criterionId = lines.find(isAge).criterion.id;
      const said = { value: age, evidence: null, source: "said", expectedAnswerId: null };
      await ask("screening.answer", { leadId, criterionId, ...said });
      return { leadId, criterionId };
    };
    await bring("Ottoline", "025 5555 0171", 61);
    const { leadId, criterionId } = await bring("Barnaby", "025 5555 0172", 84);
    const { version: expectedVersion } = await ask("leads.get", { leadId });
    await ask("leads.changeStatus", {
      ...{ leadId, to: "pre_screen_failure", criterionId, expectedVersion },
    });
  });
}

test("a bound is raised, and nobody whom it touches is forgotten", async ({ page, desk }) => {
  await signIn(page, desk, "ada");
  await bringAsked(page);
  await page.goto("/desk/studies");
  await page
    .getByRole("link", { name: /Lymphocyte/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Criteria", exact: true }).click();
  await page.getByRole("button", { name: "Change the criteria" }).click();

  // The bound, tried out before anybody is asked by it; the doubt of the record is settled with it.
  const saved = page.getByText("Everything is saved.");
  await page.getByRole("button", { name: /^I4 / }).click();
  await page.getByLabel("Upper bound").fill("85");
  await page.getByLabel("85 itself is inside").uncheck();
  const tried = page.getByLabel(/^If the answer is/);
  await tried.fill("85");
  await expect(page.getByText("It excludes the person.")).toBeVisible();
  await tried.fill("84");
  await expect(page.getByText("It speaks for the person.")).toBeVisible();
  await page.getByRole("button", { name: "It is settled" }).click();
  await expect(saved).toBeVisible();

  // Another place, by the keys.
  await page.getByRole("button", { name: /^I2 / }).focus();
  await page.keyboard.press("Shift+K");
  await expect(page.getByText("I2 is I1 now, of 6.")).toBeAttached();
  await expect(page.getByRole("button", { name: /^I1 Do you have esophageal/ })).toBeFocused();
  await expect(saved).toBeVisible();

  await page.getByRole("link", { name: "Check and publish" }).click();
  await expect(page.locator("del", { hasText: "80" }).first()).toBeVisible();
  await expect(page.locator("ins", { hasText: "85" })).toBeVisible();
  await expect(page.getByRole("definition").first()).not.toHaveText("0");
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await expect(page.getByRole("heading", { name: "Criteria", exact: true })).toBeFocused();

  // The list, and the presses.
  const rowOf = (name: string) => page.getByRole("row", { name: new RegExp(`^${name}`) });
  await expect(rowOf("Ottoline")).toContainText("Ask I4");
  await page.getByRole("button", { name: "Make follow-ups to ask again" }).click();
  await expect(rowOf("Ottoline")).toContainText("just now");
  await page.getByRole("link", { name: /^May fit now/ }).click();
  await expect(rowOf("Barnaby")).toContainText("Failed by I4, which changed");
  await page.getByRole("button", { name: "Open them again, with a follow-up" }).click();
  await expect(rowOf("Barnaby")).toContainText("Pre-screening");
  await page.getByRole("link", { name: /^Barnaby/ }).click();
  await expect(page.getByText(/May fit now: I4 changed/).first()).toBeVisible();

  // What was asked before stays as it was asked.
  await page.goBack();
  await page.getByRole("link", { name: /^Version 1/ }).click();
  await expect(page.getByText("An earlier version, as it was.")).toBeVisible();
  await expect(page.getByText("Fits: at least 18 and at most 80 years").first()).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("All of them are taken back.").first()).toBeVisible();
});
