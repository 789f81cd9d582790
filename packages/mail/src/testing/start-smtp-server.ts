// A real SMTP server in this process for tests: what it took is parsed and kept; it can be told to
// answer badly, stopped, and started again on the same port.
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type SmtpStage = "connect" | "recipient" | "data";

export interface TestSmtpServer {
  readonly url: string;
  readonly port: number;
  readonly received: ParsedMail[];
  /** The code and words to refuse with at this stage, or undefined to accept. Called for every mail. */
  answer: (stage: SmtpStage, recipient: string) => { code: number; text: string } | undefined;
  stop(): Promise<void>;
}

export async function startSmtpServer(port = 0): Promise<TestSmtpServer> {
  const received: ParsedMail[] = [];
  const refusal = (stage: SmtpStage, recipient: string) => {
    const answer = started.answer(stage, recipient);
    return answer ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : null;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    // Milliseconds that open connections are given when it stops.
    closeTimeout: 10,
    onConnect: (_session, done) => done(refusal("connect", "")),
    onRcptTo: (address, _session, done) => done(refusal("recipient", address.address)),
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        const refused = refusal("data", session.envelope.rcptTo[0]?.address ?? "");
        if (!refused) received.push(mail);
        done(refused);
      }, done);
    },
  });
  // A client that hangs up mid-way is no fault of the server.
  server.on("error", () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.server.address();
  const listening = address && typeof address === "object" ? address.port : port;
  const started: TestSmtpServer = {
    url: `smtp://127.0.0.1:${listening}`,
    port: listening,
    received,
    answer: () => undefined,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return started;
}
