// Study alerts, the whole way in Spanish: a sign-up without a script, the yes by mail, a study that opens,
// the alert with its way out, one click of a mail program, and silence afterwards.
import type { ParsedMail } from "mailparser";
import { expect, signIn, test } from "../desk/test";

// The link of an alert that has ended answers as one that never was.
test.use({ expectedFaults: [/status of 404/] });

const reader = "lucia.alertas@example.org";

test("somebody signs up for alerts, hears of a study that opens, and is left alone after one click", async ({
  browser,
  page,
  desk,
  mailbox,
}) => {
  const mailsTo = (address: string) =>
    mailbox.arrived.filter(({ to }) => [to].flat().some((one) => one?.text === address));
  const mailTo = async (address: string, nth: number): Promise<ParsedMail> => {
    await expect.poll(() => mailsTo(address).length, { timeout: 30_000 }).toBe(nth);
    const mail = mailsTo(address).at(-1);
    if (!mail) throw new Error("No mail arrived.");
    return mail;
  };
  const linkIn = (mail: ParsedMail, path: string) =>
    new RegExp(`${desk.url}${path}\\S+`).exec(mail.text ?? "")?.[0] ?? "";

  // The reader comes from a study's page and has no JavaScript.
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "es-ES" });
  const visitor = await context.newPage();
  await visitor.goto(`${desk.url}/studies/NCT99000001`);
  await visitor.getByRole("link", { name: /Avisarme por correo/ }).click();
  await expect(visitor).toHaveURL(/\/es\/alerts\?study=NCT99000001$/);
  await visitor.getByLabel("Enfermedad").fill("insomnia");
  await visitor.getByLabel("Población").fill("Chicago");
  await visitor.getByLabel("Hasta dónde").selectOption("50");
  await visitor.getByRole("textbox", { name: "Correo electrónico" }).fill(reader);
  await visitor.getByRole("button", { name: "Enviarme avisos" }).click();
  await expect(visitor.getByRole("heading", { name: "Ahora mire su correo" })).toBeVisible();
  expect(visitor.url()).toBe(`${desk.url}/es/alerts/sent#done`);

  const question = await mailTo(reader, 1);
  expect(question.subject).toBe("Confirme sus avisos de estudios");
  expect(question.headers.has("list")).toBe(false);
  await visitor.goto(linkIn(question, "/es/alerts/confirm/"));
  await expect(visitor.getByRole("main")).toContainText("insomnia, a menos de 50 km de Chicago");
  await visitor.getByRole("button", { name: "Sí, quiero recibir estos avisos" }).click();
  await expect(visitor.getByRole("heading", { name: "Sus avisos ya están activos" })).toBeVisible();
  const ownPage = await visitor
    .getByRole("link", { name: /Cambiar o cancelar/ })
    .getAttribute("href");

  // The owner closes a study centre near there, and opens it again.
  await signIn(page, desk, "ada", "/desk/studies");
  await page
    .getByRole("link", { name: /Evening Light/ })
    .first()
    .click();
  const reopen = async () => {
    await page.getByRole("button", { name: "Pause: Northfield Clinic" }).click();
    await page.getByRole("button", { name: "Recruit again: Northfield Clinic" }).click();
    await expect(page.getByRole("button", { name: "Pause: Northfield Clinic" })).toBeVisible();
  };
  await reopen();

  const alert = await mailTo(reader, 2);
  expect(alert.subject).toBe("Un estudio que corresponde a su aviso");
  expect(alert.text).toContain("Northfield Clinic, Chicago");
  expect(alert.text).toContain(`${desk.url}/es/studies/NCT99000001`);
  const headers = new Map(alert.headerLines.map(({ key, line }) => [key, line]));
  expect(headers.get("list-unsubscribe-post")).toBe(
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
  );
  const oneClick = /<(\S+)>/.exec(headers.get("list-unsubscribe") ?? "")?.[1] ?? "";
  expect(oneClick).toBe(linkIn(alert, "/es/alerts/unsubscribe/"));

  // Looking at the link ends nothing; the mail program's own request does.
  await visitor.goto(oneClick);
  await expect(visitor.getByRole("button", { name: /Dejar de recibir/ })).toBeVisible();
  await visitor.goto(`${desk.url}${ownPage}`);
  await expect(visitor.getByRole("heading", { name: "Su aviso de estudios" })).toBeVisible();
  const answer = await fetch(oneClick, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
  });
  expect(answer.status).toBe(200);
  await visitor.goto(`${desk.url}${ownPage}`);
  await expect(visitor.getByRole("heading", { name: "Este enlace no abre nada" })).toBeVisible();

  // What opens now is told to the next reader alone.
  const other = "nadia.alertas@example.org";
  await visitor.goto(`${desk.url}/es/alerts`);
  await visitor.getByRole("textbox", { name: "Correo electrónico" }).fill(other);
  await visitor.getByRole("button", { name: "Enviarme avisos" }).click();
  await visitor.goto(linkIn(await mailTo(other, 1), "/es/alerts/confirm/"));
  await visitor.getByRole("button", { name: "Sí, quiero recibir estos avisos" }).click();
  await expect(visitor.getByRole("heading", { name: "Sus avisos ya están activos" })).toBeVisible();
  await reopen();
  await mailTo(other, 2);
  expect(mailsTo(reader)).toHaveLength(2);
  await context.close();
});
