// Who uses a server from outside, by HTTP alone: visitors who write, staff who sign in, work and listen.
import { randomUUID } from "node:crypto";
import { type FaultDesk, password } from "./build-desk";

/** Of the kind that is never given to anyone. */
export function makeAddress(): string {
  return `${randomUUID()}@example.org`;
}

let networks = 0;

/** Limits are by network, and here everybody has one of their own. */
function nextNetwork(): string {
  networks += 1;
  return `10.${(networks >> 8) % 256}.${networks % 256}.7`;
}

/** Gives the status; throws where no answer came. */
export async function sendForm(
  url: string,
  { nctId }: Pick<FaultDesk, "nctId">,
  email: string,
  consentText: string,
): Promise<number> {
  const answer = await fetch(`${url}/studies/${nctId}`, {
    method: "POST",
    redirect: "manual",
    headers: { "x-forwarded-for": nextNetwork() },
    body: new URLSearchParams({
      first_name: "Ana",
      last_name: "Example",
      email,
      phone: "(202) 555-0143",
      consent: "yes",
      consent_text: consentText,
    }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** The wording that the form shows, as its hidden field names it. */
export async function readConsentText(
  url: string,
  { nctId }: Pick<FaultDesk, "nctId">,
): Promise<string> {
  const page = await (await fetch(`${url}/studies/${nctId}`)).text();
  const [, consentText] = /name="consent_text" value="(\d+)"/.exec(page) ?? [];
  if (consentText === undefined) throw new Error(`The page shows no form:\n${page.slice(0, 500)}`);
  return consentText;
}

/** Gives the cookie. */
export async function signIn(url: string, { email }: Pick<FaultDesk, "email">): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, "x-forwarded-for": nextNetwork() },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`Signing in answered ${answer.status}: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

export interface Answered {
  status: number;
  body: string;
}

/** A tRPC mutation, or a query by POST. */
export async function call(
  url: string,
  cookie: string,
  procedure: string,
  input: unknown,
): Promise<Answered> {
  const answer = await fetch(`${url}/api/trpc/${procedure}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url, cookie },
    body: JSON.stringify(input),
  });
  return { status: answer.status, body: await answer.text() };
}

/** A lead that a coordinator writes down. */
export function addLead(
  url: string,
  cookie: string,
  { studyId, siteId }: Pick<FaultDesk, "studyId" | "siteId">,
  email: string,
): Promise<Answered> {
  const names = { firstName: "Bo", lastName: "Example", consentGiven: true };
  return call(url, cookie, "leads.add", { studyId, siteId, ...names, email });
}

export interface Listener {
  /** Ids of events, as they came. */
  heard: string[];
  /** When the last one came, by `performance.now()`. */
  lastAt(): number;
  /** Resolves when the server ends the stream. */
  ended: Promise<string>;
  close(): void;
}

/** An open stream of events; resolves once the server says that it is connected. */
export async function listen(url: string, cookie: string): Promise<Listener> {
  const leaving = new AbortController();
  const answer = await fetch(`${url}/api/trpc/live.events?input=${encodeURIComponent("{}")}`, {
    headers: { cookie, accept: "text/event-stream" },
    signal: leaving.signal,
  });
  if (!answer.ok || !answer.body) throw new Error(`The stream answered ${answer.status}.`);
  const heard: string[] = [];
  let lastAt = 0;
  const { promise: connected, resolve: isConnected } = Promise.withResolvers<void>();
  const { body } = answer;
  async function read(): Promise<string> {
    let rest = "";
    try {
      for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
        rest += chunk;
        const blocks = rest.split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) {
          if (block.includes("event: connected")) isConnected();
          const [, id] = /^id: (.+)$/m.exec(block) ?? [];
          if (id !== undefined) {
            heard.push(id);
            lastAt = performance.now();
          }
          if (block.includes("event: serialized-error")) return block;
        }
      }
    } catch (error) {
      if (!leaving.signal.aborted) return String(error);
    }
    return "";
  }
  const ended = read();
  await connected;
  return { heard, lastAt: () => lastAt, ended, close: () => leaving.abort() };
}
