// A visit as a file for calendars (iCalendar, RFC 5545; sent and called off as RFC 5546 asks): one event whose
// UID stays, whose SEQUENCE counts its changes, and that says nothing of what the visit is about.

export interface CalendarVisit {
  /** The newest of a visit's files takes the place of those before; `CANCEL` takes it out. */
  readonly method: "REQUEST" | "CANCEL";
  readonly uid: string;
  readonly sequence: number;
  /** ISO-8601 UTC. */
  readonly writtenAt: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
  readonly organizer: CalendarPerson;
  readonly attendee: CalendarPerson;
}

export interface CalendarPerson {
  readonly name: string;
  readonly email: string;
}

/** Whole, with its line ends. */
export function calendarFile(visit: CalendarVisit): string {
  const endsAt = new Date(Date.parse(visit.startsAt) + visit.minutes * 60_000).toISOString();
  const isCancelled = visit.method === "CANCEL";
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Studydesk//Visits//EN",
    "CALSCALE:GREGORIAN",
    `METHOD:${visit.method}`,
    "BEGIN:VEVENT",
    `UID:${escapeText(visit.uid)}`,
    `SEQUENCE:${visit.sequence}`,
    `DTSTAMP:${utcTime(visit.writtenAt)}`,
    `DTSTART:${utcTime(visit.startsAt)}`,
    `DTEND:${utcTime(endsAt)}`,
    `SUMMARY:${escapeText(visit.summary)}`,
    `DESCRIPTION:${escapeText(visit.description)}`,
    ...(visit.location ? [`LOCATION:${escapeText(visit.location)}`] : []),
    `STATUS:${isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    // Calendars are shared with families and employers.
    "CLASS:PRIVATE",
    "TRANSP:OPAQUE",
    `ORGANIZER;CN=${quoted(visit.organizer.name)}:${mailTo(visit.organizer.email)}`,
    `ATTENDEE;CN=${quoted(visit.attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=${isCancelled ? "FALSE" : "TRUE"}:${mailTo(visit.attendee.email)}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join("");
}

/** "2026-09-15T12:00:00.000Z" → "20260915T120000Z" (3.3.5, form 2). */
function utcTime(at: string): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/** Everything but the tabulator that the grammar has no room for (3.1, CONTROL). */
const controls = /[^\P{Cc}\t]/gu;

function withoutControls(text: string): string {
  return text.replaceAll(controls, " ");
}

/** A value of type TEXT (3.3.11). */
function escapeText(text: string): string {
  const escaped = text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll("\n", "\\n");
  return withoutControls(escaped);
}

/** A parameter's value in quotes, what must not stand there written as RFC 6868 says. */
function quoted(text: string): string {
  const escaped = text
    .replaceAll("^", "^^")
    .replaceAll('"', "^'")
    .replaceAll(/\r\n?|\n/g, "^n");
  return `"${withoutControls(escaped)}"`;
}

function mailTo(address: string): string {
  return `mailto:${encodeURI(withoutControls(address).trim())}`;
}

const mostOctets = 75;

/** Lines of 75 octets at most, going on after a space (3.1); no character is torn apart. */
function foldLine(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > mostOctets) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
