// One person writes twice under slightly other details: the desk offers the pair, makes one lead of two
// with a picked field and both histories, two of one again by `z`, and never again offers two people.
import type { Desk } from "../desk/start-desk";
import { expect, signIn, test } from "../desk/test";

async function write(desk: Desk, firstName: string, email: string, message: string): Promise<void> {
  const answer = await fetch(`${desk.url}/studies/NCT06596954`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({
      ...{ first_name: firstName, last_name: "Quillfeather", email, message },
      ...{ phone: "0371 5555 0177", language: "en", consent: "yes" },
    }),
  });
  expect(answer.status).toBe(303);
}

test("a person who wrote twice becomes one lead, two again, and two people for good", async ({
  page,
  desk,
}) => {
  await write(desk, "Octavia", "octavia@example.org", "I read about the study.");
  await write(desk, "Octaiva", "o.quillfeather@example.com", "Did my message arrive?");
  await signIn(page, desk, "mei", "/desk/duplicates");
  const pairs = page.getByRole("list", { name: "Pairs of leads" });
  const pair = pairs.getByRole("link", { name: /Octavia Quillfeather .* Octaiva Quillfeather/ });
  await expect(pair).toBeVisible();
  await expect(pairs.getByRole("listitem").filter({ hasText: "Octavia" })).toContainText(
    "Same phone number · similar name",
  );

  // Side by side, by keyboard: the address of the second goes on in the first.
  await pair.focus();
  await page.keyboard.press("Enter");
  const email = page.getByRole("group", { name: "E-mail" });
  await expect(email.getByRole("radio").first()).toBeChecked();
  await email.getByRole("radio").first().focus();
  await page.keyboard.press("ArrowRight");
  const [, first = "", second = ""] = /duplicates\/(\d+)\/(\d+)/.exec(page.url()) ?? [];
  await expect(page.getByText("After merging").locator("..")).toContainText(
    /Octavia Quillfeather · o\.quillfeather@example\.com/,
  );
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("m");
  await expect(page.getByText(`Lead ${second} was merged into lead ${first}.`)).toBeVisible();
  await expect(pair).toBeHidden();

  // One lead with both histories; the other one points to it.
  await page.goto(`/desk/leads/${second}`);
  await expect(page.getByText(/Merged into lead \d+ by Mei Okafor/)).toBeVisible();
  await page.getByRole("link", { name: `lead ${first}` }).click();
  await expect(page.getByText("I read about the study.")).toBeVisible();
  await expect(page.getByText("Did my message arrive?")).toBeVisible();
  await page.getByRole("tab", { name: "Timeline" }).click();
  await expect(page.getByRole("tabpanel", { name: "Timeline" })).toContainText(
    `Lead ${second} was merged into this one, taken from there: e-mail`,
  );
  await page.goBack();
  await page.getByRole("button", { name: "Undo the merge" }).click();
  await expect(page.getByText(`Leads #${first} and #${second} are two again.`)).toBeVisible();
  await expect(page.getByText(/May be the same person as/)).toBeVisible();

  // The same by z, right after it was done.
  await page.getByRole("link", { name: `lead ${first}` }).click();
  await page.getByRole("button", { name: /^Merge into lead/ }).click();
  await expect(page.getByText(`Lead ${second} was merged into lead ${first}.`)).toBeVisible();
  await page.keyboard.press("z");
  await expect(pair).toBeVisible();

  // Two people: not offered again, not even after a walk through all leads.
  await pair.focus();
  await page.keyboard.press("d");
  await expect(pair).toBeHidden();
  await page.getByRole("button", { name: "Look through all leads" }).click();
  await expect(page.getByText(/Looked through \d+ leads/)).toBeVisible();
  await expect(pair).toHaveCount(0);
  await page.keyboard.press("z");
  await expect(pair).toBeVisible();
});
