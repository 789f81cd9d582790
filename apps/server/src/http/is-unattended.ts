// Whether a screen asks by itself, while nobody is at it: that keeps no session alive. Whoever leaves the word out is
// believed to be there, and loses nothing but their own session's early end.
import type { IncomingMessage } from "node:http";
import { unattendedHeader } from "@studydesk/domain/people/session-life";

/** A stream, which browsers open anew by themselves, is no question either. */
export function isUnattended({ headers }: Pick<IncomingMessage, "headers">): boolean {
  return headers[unattendedHeader] !== undefined || headers.accept === "text/event-stream";
}
