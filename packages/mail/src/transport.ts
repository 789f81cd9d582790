// Hands a mail to the SMTP server. What comes back when it fails is kept and shown, so no address and
// no name of a mailbox is left in it.
import nodemailer, { type NodemailerError } from "nodemailer";

export interface OutgoingMail {
  /** Stable over all tries, with its angle brackets: receivers drop a second copy by it. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** ISO time at which it was written. */
  writtenAt: string;
  /** Ends this kind of mail with one POST. */
  unsubscribeUrl?: string;
  /** Where an answer goes; left out, nobody wrote this and nobody reads one. */
  replyTo?: string;
  /** A calendar file (RFC 5545) that goes along. */
  calendar?: string;
}

export interface Transport {
  /** Resolves once the server took the mail; throws `SendError`. */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** The mail was not taken. The message holds no address. */
export class SendError extends Error {
  /** The server knows no such mailbox: trying again would change nothing. */
  readonly isFinal: boolean;

  constructor(message: string, isFinal: boolean) {
    super(message);
    this.name = "SendError";
    this.isFinal = isFinal;
  }
}

const seconds = 1000;

/** `smtpUrl` is `smtp://user:password@host:587` or `smtps://…`; `from` an address, with or without a name. */
export function createTransport(smtpUrl: string, from: string): Transport {
  const smtp = nodemailer.createTransport(
    {
      url: smtpUrl,
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10 * seconds,
      greetingTimeout: 10 * seconds,
      socketTimeout: 60 * seconds,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    async send(mail) {
      try {
        await smtp.sendMail({
          messageId: mail.messageId,
          date: new Date(mail.writtenAt),
          to: { name: "", address: mail.to },
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          ...(mail.replyTo === undefined ? {} : { replyTo: { name: "", address: mail.replyTo } }),
          ...calendarPart(mail),
          headers: { ...machineHeaders(mail), ...unsubscribeHeaders(mail) },
        });
      } catch (error) {
        throw toSendError(error, mail.to);
      }
    },
    close: () => smtp.close(),
  };
}

/** Shown as an invitation by programs that know calendars, and a file for every other. */
function calendarPart({ calendar }: OutgoingMail) {
  if (calendar === undefined) return {};
  const [, method = "PUBLISH"] = /^METHOD:(\w+)\r?$/m.exec(calendar) ?? [];
  return { icalEvent: { method, filename: "visit.ics", content: calendar } };
}

/** Absence notes and the like should not answer a machine. */
function machineHeaders({ replyTo }: OutgoingMail): Record<string, string> {
  return replyTo === undefined ? { "Auto-Submitted": "auto-generated" } : {};
}

/** RFC 8058: the mail program sends the POST itself when its reader asks it to end such mail. */
function unsubscribeHeaders({ unsubscribeUrl }: OutgoingMail): Record<string, string> {
  if (unsubscribeUrl === undefined) return {};
  return {
    "List-Unsubscribe": `<${unsubscribeUrl}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

function toSendError(error: unknown, to: string): SendError {
  const { code, originalCode, command, response, responseCode }: NodemailerError =
    error instanceof Error ? error : new Error("unknown");
  if (response !== undefined && responseCode !== undefined) {
    const isFinal = command === "RCPT TO" && isUnknownMailbox(responseCode, response);
    return new SendError(`The mail server answered: ${withoutAddresses(response, to)}`, isFinal);
  }
  const what =
    code === "EAUTH" || code === "ENOAUTH" ? "did not let us sign in" : "was not reached";
  const why = originalCode ?? code;
  return new SendError(`The mail server ${what}${why ? ` (${why})` : ""}.`, false);
}

/** A refusal of the address itself; "relaying denied" is the operator's to mend and worth another try. */
function isUnknownMailbox(responseCode: number, response: string): boolean {
  const [, enhanced] = /^\d{3}[ -](\d\.\d+\.\d+)/.exec(response) ?? [];
  if (enhanced) return enhanced.startsWith("5.1.");
  return [550, 551, 553].includes(responseCode) && !/relay/i.test(response);
}

function withoutAddresses(response: string, to: string): string {
  const mailbox = to.split("@")[0] ?? to;
  return response
    .replaceAll(/<[^>]*>/g, "(address)")
    .replaceAll(/\S*@\S*/g, "(address)")
    .split(/\s+/)
    .map((word) => (word.toLowerCase().includes(mailbox.toLowerCase()) ? "(address)" : word))
    .join(" ")
    .slice(0, 200);
}
