// A candidate's way past the investigator: sent, asked back about, answered, signed with the password, planned
// for a visit; then an answer changes, and the signature is asked for again.
import type { Page } from "@playwright/test";
import { expect, signIn, test } from "../desk/test";

test.use({ ownDesk: true, expectedFaults: [/status of 400/] });

const name = "Wilhelmina Ashgrove";

/** Takes somebody in and answers every criterion; gives the lead's number. */
async function bringCandidate(page: Page): Promise<number> {
  return page.evaluate(async ([firstName, lastName]) => {
    const ask = async (path: string, input: unknown) => {
      const answer = await fetch(`/api/trpc/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
      return (await answer.json()).result.data;
    };
    const person = { firstName, lastName, phone: "025 5555 0163", email: "w.ash@example.org" };
    const place = { studyId: 1, siteId: 1, consentGiven: true };
    const { id: leadId } = await ask("leads.add", { ...person, ...place });
    const { lines } = await ask("screening.read", { leadId });
    for (const { criterion } of lines) {
      const { rule } = criterion;
      // Whatever speaks for the person.
      const years = criterion.label === "I6" ? 90 : 61;
      const value = rule.kind === "number" ? years : rule.excludes !== "yes";
      const said = { value, evidence: null, source: null };
      await ask("screening.answer", {
        ...{ leadId, criterionId: criterion.id, expectedAnswerId: null, ...said },
      });
    }
    return leadId;
  }, name.split(" "));
}

test("a candidate is asked back about, signed for, planned, and signed for again", async ({
  page,
  browser,
  desk,
}) => {
  await signIn(page, desk, "mei");
  const leadId = await bringCandidate(page);
  const theirs = await browser.newContext({ baseURL: desk.url });
  const doctor = await theirs.newPage();
  await signIn(doctor, desk, "wen");

  await page.goto(`/desk/leads/${leadId}`);
  await page.getByRole("button", { name: /^Status/ }).click();
  await page.getByRole("menuitem", { name: /^Investigator review/ }).click();

  // The investigator comes in on the queue; the candidate arrives there by itself.
  await expect(doctor).toHaveURL(/\/desk\/review/);
  const queue = doctor.getByRole("region", { name: "Queue" });
  const candidate = queue.getByRole("link", { name });
  await candidate.click();
  await expect(doctor.getByRole("heading", { name })).toBeVisible();
  // The key of a decision leads into its field, and the keys of a form send it.
  await doctor.keyboard.press("2");
  await expect(doctor.getByLabel("Your question")).toBeFocused();
  await doctor.keyboard.type("Is the stage from this year?");
  await doctor.keyboard.press("Control+Enter");
  await expect(candidate).toHaveCount(0);

  await expect(page.getByRole("heading", { name: "The investigator asks" })).toBeVisible();
  await page.getByLabel("Your answer").fill("Yes, from the letter of 2 November.");
  await page.getByRole("button", { name: "Answer and send to review" }).click();
  await expect(page.getByRole("heading", { name: "Review", exact: true })).toBeFocused();

  await expect(candidate).toContainText("answered your question");
  await candidate.click();
  const sheet = doctor.getByRole("article");
  await expect(sheet.getByText("Yes, from the letter of 2 November.")).toBeVisible();
  const printed = (await doctor.pdf({ format: "A4" })).toString("latin1");
  expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  // A wrong password signs nothing and says how many tries are left.
  const decision = doctor.getByRole("form", { name: "Decision" });
  const sign = async (password: string) => {
    await decision.getByLabel("Your password, to sign").fill(password);
    await decision.getByRole("button", { name: "Sign and next" }).click();
  };
  await doctor.keyboard.press("1");
  await expect(decision.getByText(/^You sign as Investigator that you reviewed all/)).toBeVisible();
  await sign("not my password at all");
  await expect(decision.getByText(/Nothing was signed; you have 2 more tries/)).toBeVisible();
  const { password } = desk.account("wen");
  await sign(password);
  await expect(doctor.getByText(/^Signed: eligible/)).toBeVisible();
  await expect(candidate).toHaveCount(0);

  const review = page.getByRole("region", { name: "Review" });
  await expect(review.getByText(/The record matches its signature/)).toBeVisible();
  await expect(review.getByText("Dr Wen Castellan")).toBeVisible();
  await page.getByRole("button", { name: /^Plan a visit/ }).click();
  await page.getByLabel("When").fill("tomorrow 10:00");
  await page.getByRole("button", { name: "Plan it" }).click();
  await expect(page.getByText("planned by you").or(page.getByText(/planned by Mei/))).toBeVisible();

  // An answer changes: the signature says over what it was given, and is asked for again.
  await page.getByRole("tab", { name: /^Screening/ }).click();
  const first = page.getByRole("group", { name: "Answer to I1" });
  await first.getByRole("button", { name: "Unknown" }).click();
  await expect(review.getByText(/answers changed since: I1/)).toBeVisible();
  await expect(candidate).toContainText("sign again");
  await candidate.click();
  await expect(sheet.getByText(/answers changed since: I1/)).toBeVisible();
  await doctor.keyboard.press("1");
  await sign(password);
  await expect(candidate).toHaveCount(0);
  await expect(review.getByText(/answers changed since/)).toHaveCount(0);
  await expect(review.getByText("All 3 reviews")).toBeVisible();
  await theirs.close();
});
