import { expect, it, onTestFinished } from "vitest";
import { startSmtpServer } from "./testing/start-smtp-server";
import { createTransport, type OutgoingMail, SendError } from "./transport";

const mail: OutgoingMail = {
  messageId: "<7b3f@desk.example.org>",
  to: "ada.lovelace@example.org",
  subject: "Your message to Springfield General",
  text: "Hello Ada",
  html: "<p>Hello Ada</p>",
  writtenAt: "2026-03-01T08:00:00.000Z",
};

async function open() {
  const server = await startSmtpServer();
  const transport = createTransport(server.url, "Studydesk <desk@example.org>");
  onTestFinished(async () => {
    transport.close();
    await server.stop();
  });
  return { server, transport };
}

async function failure(sending: Promise<void>): Promise<SendError> {
  const error = await sending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof SendError) return error;
  throw new Error("Sending did not fail as it should.");
}

it("sends both forms, with the Message-ID and date that it was given", async () => {
  const { server, transport } = await open();
  await transport.send(mail);
  await transport.send({ ...mail, to: "grace@example.org" });
  expect(server.received).toHaveLength(2);
  const [first] = server.received;
  expect(first?.messageId).toBe(mail.messageId);
  expect(first?.date?.toISOString()).toBe(mail.writtenAt);
  expect(first?.from?.text).toBe('"Studydesk" <desk@example.org>');
  expect(first?.to).toMatchObject({ text: mail.to });
  expect(first?.subject).toBe(mail.subject);
  expect(first?.text?.trim()).toBe(mail.text);
  expect(first?.html).toContain(mail.html);
  expect(first?.headers.get("auto-submitted")).toBe("auto-generated");
});

it("sends a calendar file along as what it is, and none where there is none", async () => {
  const { server, transport } = await open();
  const calendar = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n";
  await transport.send({ ...mail, calendar });
  await transport.send(mail);
  const [withFile, without] = server.received;
  expect(withFile?.attachments.map(({ contentType }) => contentType)).toContain("text/calendar");
  const files = withFile?.attachments.map(({ content }) => content.toString("utf8"));
  for (const file of files ?? []) expect(file).toBe(calendar);
  expect(withFile?.text?.trim()).toBe(mail.text);
  expect(without?.attachments).toEqual([]);
});

it("offers mail programs to end such mail with one POST, where there is something to end", async () => {
  const { server, transport } = await open();
  const unsubscribeUrl = `https://desk.example.org/es/alerts/unsubscribe/1234.${"k".repeat(43)}`;
  await transport.send({ ...mail, unsubscribeUrl });
  await transport.send(mail);
  const linesOf = (at: number) =>
    server.received[at]?.headerLines
      .filter(({ key }) => key.startsWith("list-"))
      .map(({ line }) => line.replaceAll(/\s+/g, " "));
  expect(linesOf(0)).toEqual([
    `List-Unsubscribe: <${unsubscribeUrl}>`,
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
  ]);
  expect(linesOf(1)).toEqual([]);
});

it.each([
  { stage: "recipient", code: 550, text: "5.1.1 <ada.lovelace@example.org> unknown", final: true },
  { stage: "recipient", code: 550, text: "mailbox of ada.lovelace not found", final: true },
  { stage: "recipient", code: 550, text: "5.7.1 relaying denied for example.org", final: false },
  { stage: "recipient", code: 550, text: "Relay access denied", final: false },
  { stage: "recipient", code: 452, text: "4.2.2 Ada.Lovelace@example.org is full", final: false },
  { stage: "recipient", code: 450, text: "greylisted, come back later", final: false },
  { stage: "data", code: 554, text: "5.7.0 not today", final: false },
  { stage: "connect", code: 421, text: "too busy", final: false },
] as const)("tells $code “$text” at $stage without the address; final: $final", async (row) => {
  const { server, transport } = await open();
  server.answer = (stage) => (stage === row.stage ? row : undefined);
  const error = await failure(transport.send(mail));
  expect(error.message).toContain(String(row.code));
  expect(error.message.toLowerCase()).not.toMatch(/lovelace|@/);
  expect(error.isFinal).toBe(row.final);
  expect(server.received).toEqual([]);
});

it("says that nobody was reached when the server is down, and sends once it is up", async () => {
  const { server, transport } = await open();
  await server.stop();
  const error = await failure(transport.send(mail));
  expect(error.message).toBe("The mail server was not reached (ECONNREFUSED).");
  expect(error.isFinal).toBe(false);
  const again = await startSmtpServer(server.port);
  onTestFinished(() => again.stop());
  await transport.send(mail);
  expect(again.received.map((received) => received.messageId)).toEqual([mail.messageId]);
});
