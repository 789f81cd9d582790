// What was answered with success is there after the power went out.
import { rmSync } from "node:fs";
import { makeDeskFolder } from "../desk/desk-folder";
import { startDesk } from "../desk/start-desk";
import { expect, signIn, test } from "../desk/test";

test("a message that was answered is kept, with its mails, when the server is killed right after", async ({
  page,
}) => {
  const folder = makeDeskFolder();
  const before = await startDesk(folder);
  const study = `${before.url}/studies/NCT06596954`;
  const form = await (await fetch(study)).text();
  const consentText = /name="consent_text" value="(\d+)"/.exec(form)?.[1] ?? "";
  const answer = await fetch(study, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({
      first_name: "Kepler",
      last_name: "Sparwasser",
      email: "kepler.sparwasser@example.org",
      phone: "021 5555 0177",
      consent: "yes",
      consent_text: consentText,
    }),
  });
  await before.kill();
  expect(answer.status).toBe(303);
  await expect(fetch(before.url), "nobody is left to answer").rejects.toThrow();

  const after = await startDesk(folder);
  await signIn(page, after, "mei", "/desk/inbox");
  await page.getByRole("row", { name: /Kepler Sparwasser/ }).click();
  const panel = page.getByRole("complementary", { name: "Lead" });
  await expect(panel.getByText("To be contacted")).toBeVisible();

  const admin = await page.context().browser()?.newPage();
  if (!admin) throw new Error("There is no browser.");
  await signIn(admin, after, "ada", "/desk/outbox");
  await expect(admin.getByRole("cell", { name: "kepler.sparwasser@example.org" })).toBeVisible();
  await expect(admin.getByRole("cell", { name: "mei.coordinator@example.org" })).toBeVisible();
  await admin.close();
  await page.close();
  await after.stop();
  rmSync(folder, { recursive: true, force: true });
});
