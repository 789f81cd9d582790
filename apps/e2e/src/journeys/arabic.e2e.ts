// Arabic from the page to the mail: reached by the browser's wish and by the switch, through a form that
// comes back, to the answer, the copy at a real SMTP server and the consent that the desk keeps.
import type { Page } from "@playwright/test";
import { expect, signIn, test } from "../desk/test";

// A form that comes back is an answer of 422, which shows in the console.
test.use({ expectedFaults: [/status of 422/] });

const study = "/studies/NCT06596954";
const consent = "يجوز لمركز الدراسة الذي أراسله أن يتواصل معي";

/** No line of the page may be cut off or stick out on a phone. */
async function expectNoSideways(page: Page): Promise<void> {
  const sticksOut = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(sticksOut).toBe(false);
}

test("an Arabic reader writes, is answered and gets the copy in Arabic", async ({
  browser,
  page: desk,
  desk: { url },
  desk: server,
  mailbox,
}) => {
  const context = await browser.newContext({
    baseURL: url,
    locale: "ar-EG",
    viewport: { width: 390, height: 800 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(study);
  await expect(page).toHaveURL(`${url}/ar${study}`);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await expectNoSideways(page);
  await expect(page.getByText(consent)).toBeVisible();
  await expect(page.getByLabel("اللغة المفضلة")).toHaveValue("ar");

  await page.getByLabel("الاسم الأول").fill("ليلى");
  await page.getByLabel("اسم العائلة").fill("حداد (Haddad)");
  await page.getByRole("textbox", { name: "البريد الإلكتروني" }).fill("layla.haddad@example.org");
  await page.getByRole("textbox", { name: "الهاتف" }).fill("12");
  await page.getByLabel("رسالتك").fill("أسكن قرب المستشفى. هل يوجد موقف سيارات؟");
  await page.getByRole("button", { name: "إرسال" }).click();
  const problems = page.getByRole("alert");
  await expect(problems).toContainText("هناك أمران يحتاجان إلى مراجعة");
  await expect(problems).toContainText("هذا أقصر من أن يكون رقم هاتف");
  await expect(page.getByLabel("رسالتك")).toHaveValue(/موقف سيارات/);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expectNoSideways(page);

  await page.getByRole("textbox", { name: "الهاتف" }).fill("+86 21 5555 0143");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "إرسال" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("وصلت رسالتك إلى");
  expect(new URL(page.url()).pathname).toBe(`/ar${study}/sent`);
  await expectNoSideways(page);
  await context.close();

  const copy = () =>
    mailbox.arrived.find(({ to }) => JSON.stringify(to).includes("layla.haddad@example.org"));
  await expect.poll(() => copy()?.subject).toMatch(/^رسالتك إلى /);
  const mail = copy();
  expect(mail?.html).toMatch(/<main lang="ar" dir="rtl"/);
  expect(mail?.text).toContain("مرحبًا ليلى،");
  expect(mail?.text).toContain("الهاتف: \u2068+86 21 5555 0143\u2069");
  expect(mail?.text).toContain(`\n${url}/ar${study}\n`);

  await signIn(desk, server, "mei", "/desk/inbox");
  await desk.getByRole("row", { name: /حداد/ }).click();
  const lead = desk.getByRole("complementary", { name: "Lead" });
  await lead.getByText("To be contacted, given").click();
  await expect(lead).toContainText("Version 1 of the text, Arabic");
  await expect(lead).toContainText(consent);
});

test("the switch leads to Arabic and back, whatever the browser asks for", async ({
  browser,
  desk,
}) => {
  const context = await browser.newContext({
    baseURL: desk.url,
    locale: "es-MX",
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(study);
  await expect(page).toHaveURL(`${desk.url}/es${study}`);
  await page.locator(".languages summary").click();
  await page.getByRole("link", { name: "العربية" }).click();
  await expect(page).toHaveURL(`${desk.url}/ar${study}`);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await page.locator(".languages summary").click();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(desk.url + study);
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  // The choice holds against the browser's wish.
  await page.goto("/studies");
  await expect(page).toHaveURL(`${desk.url}/studies`);
  await context.close();
});
