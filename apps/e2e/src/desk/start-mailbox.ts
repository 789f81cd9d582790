// A real SMTP server in this process; whatever arrives can be read as a person would.
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface Mailbox {
  /** For SMTP_URL. */
  url: string;
  arrived: readonly ParsedMail[];
  stop(): Promise<void>;
}

export async function startMailbox(): Promise<Mailbox> {
  const arrived: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        arrived.push(mail);
        done();
      }, done);
    },
  });
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once("error", reject);
    const listening = server.listen(0, "127.0.0.1", () => {
      const bound = listening.address();
      if (bound && typeof bound === "object") resolve(bound);
      else reject(new Error("The SMTP server has no port."));
    });
  });
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    arrived,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
