// From nothing to the first lead, as the README's "Run it for real" says, on PostgreSQL.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPort } from "@studydesk/db/testing/find-port";
import { startPostgresServer } from "@studydesk/db/testing/start-postgres-server";
import { logCall } from "../desk/log-call";
import { runCommand, startServing } from "../desk/start-serving";
import { expect, test } from "../desk/test";

const password = "meadow kettle unrelated seven";

test("an empty PostgreSQL becomes a desk: set up, import, link, invite, receive, call", async ({
  browser,
  page,
}) => {
  const postgres = await startPostgresServer();
  const folder = mkdtempSync(join(tmpdir(), "studydesk-real-"));
  const file = (name: string, text: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const url = `http://127.0.0.1:${await findPort()}`;
  const settings = {
    DATABASE_URL: postgres.url,
    STUDYDESK_URL: url,
    STUDYDESK_SECRET_FILE: file("secret", randomBytes(32)),
    PORT: new URL(url).port,
  };
  const command = (...words: string[]) => runCommand([...words, "--json"], settings);

  const owner = { email: "owner@example.org", passwordFile: file("password", password) };
  await command(
    "setup",
    "--email",
    owner.email,
    "--name",
    "Olu Owner",
    "--password-file",
    owner.passwordFile,
  );
  const place = ["--city", "Springfield", "--country", "US", "--time-zone", "America/Chicago"];
  await command("add-site", "--name", "Example Hospital", ...place);
  await command("import-study", "apps/server/src/demo/records/escc-radiotherapy.json");
  const who = ["--email", "coordinator@example.org", "--role", "coordinator"];
  const invited = await command("invite", ...who, "--site", "Example Hospital");
  const link = /http[^"]+invitation#[\w-]+/.exec(invited)?.[0] ?? "";
  const stop = await startServing(settings);
  const study = `${url}/studies/NCT06596954`;

  // Until a site is linked, nobody can write to it.
  await page.goto(study);
  await expect(page.getByRole("button", { name: "Send" })).toHaveCount(0);

  await page.goto(`${url}/desk/studies`);
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: /Lymphocyte-sparing/ }).click();
  await page.getByRole("button", { name: "Link to a site: Ruijin Hospital" }).click();
  await page.getByRole("menuitem", { name: /Example Hospital/ }).click();
  await expect(page.getByText("Linked to Example Hospital")).toBeVisible();

  // The invited coordinator makes an account and waits for work.
  const theirs = await browser.newContext();
  const coordinator = await theirs.newPage();
  await coordinator.goto(link);
  await coordinator.getByLabel("Your name").fill("Cora Dinator");
  await coordinator.getByLabel("Choose a password").fill(`${password} two`);
  await coordinator.getByRole("button", { name: "Make my account" }).click();
  await expect(coordinator.getByText("Nothing is waiting")).toBeVisible();

  const answer = await fetch(study, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({
      first_name: "Wilhelmina",
      last_name: "Postgresen",
      email: "wilhelmina@example.org",
      phone: "(202) 555-0143",
      consent: "yes",
    }),
  });
  expect(answer.status).toBe(303);
  await expect(coordinator.getByRole("heading", { name: "Wilhelmina Postgresen" })).toBeVisible();
  await expect(coordinator.getByText("+1 202 555 0143")).toBeVisible();
  await logCall(coordinator, "n");
  await expect(coordinator.getByText(/Last:/).first()).toBeVisible();
  await coordinator.goto(`${url}/desk/inbox`);
  await expect(
    coordinator.getByRole("row", { name: /Wilhelmina Postgresen.*Contacting/ }),
  ).toBeVisible();

  await theirs.close();
  await page.close();
  await stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});
