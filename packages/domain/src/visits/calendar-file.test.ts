import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarVisit, calendarFile } from "./calendar-file";

const visit: CalendarVisit = {
  method: "REQUEST",
  uid: "visit-7@desk.example.org",
  sequence: 0,
  writtenAt: "2026-09-01T12:00:00.000Z",
  startsAt: "2026-09-15T08:30:00.000Z",
  minutes: 90,
  summary: "Visit at Springfield General",
  description: "Bring your glasses.",
  location: "Building C, ground floor",
  organizer: { name: "Kim Example", email: "kim@example.org" },
  attendee: { name: "Amara Obi", email: "amara+study@example.org" },
};

/** Read as RFC 5545 says: lines unfolded, each split at the first colon outside of quotes. */
function readLines(file: string): { name: string; parameters: string; value: string }[] {
  expect(file.endsWith("\r\n")).toBe(true);
  const unfolded = file.replaceAll(/\r\n[ \t]/g, "");
  return unfolded
    .slice(0, -2)
    .split("\r\n")
    .map((line) => {
      const [, name = "", parameters = "", value = ""] =
        /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^":;,]*))*):(.*)$/su.exec(line) ?? [];
      expect(name, line).not.toBe("");
      return { name, parameters, value };
    });
}

const read = (file: string, name: string) =>
  readLines(file).find((line) => line.name === name)?.value;

function readText(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? "\n" : sign));
}

describe("calendarFile", () => {
  it("asks to a visit that begins and ends at its times, in one event of one calendar", () => {
    const file = calendarFile(visit);
    expect(readLines(file).map(({ name }) => name)).toEqual([
      ...["BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "BEGIN", "UID", "SEQUENCE"],
      ...["DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "CLASS"],
      ...["TRANSP", "ORGANIZER", "ATTENDEE", "END", "END"],
    ]);
    expect(read(file, "METHOD")).toBe("REQUEST");
    expect(read(file, "DTSTAMP")).toBe("20260901T120000Z");
    expect(read(file, "DTSTART")).toBe("20260915T083000Z");
    expect(read(file, "DTEND")).toBe("20260915T100000Z");
    expect(read(file, "STATUS")).toBe("CONFIRMED");
    expect(read(file, "ORGANIZER")).toBe("mailto:kim@example.org");
    expect(read(file, "ATTENDEE")).toBe("mailto:amara+study@example.org");
    expect(read(calendarFile({ ...visit, location: null }), "LOCATION")).toBeUndefined();
  });

  it("keeps the UID through every change, so that a calendar knows it again", () => {
    const moved = calendarFile({ ...visit, sequence: 1, startsAt: "2026-09-16T08:30:00.000Z" });
    const off = calendarFile({ ...visit, sequence: 2, method: "CANCEL" });
    for (const file of [moved, off]) {
      expect(read(file, "UID")).toBe(read(calendarFile(visit), "UID"));
    }
    expect(read(moved, "SEQUENCE")).toBe("1");
    expect(off).toContain("METHOD:CANCEL\r\n");
    expect(read(off, "STATUS")).toBe("CANCELLED");
    expect(off.replaceAll("\r\n ", "")).toContain("RSVP=FALSE");
  });

  it.each([
    ["a, b; c \\ d", "a\\, b\\; c \\\\ d"],
    ["one\r\ntwo\rthree\nfour", "one\\ntwo\\nthree\\nfour"],
    ["\\n is no line break", "\\\\n is no line break"],
    ["bell \u0007 and null \u0000", "bell   and null  "],
    ["a:b “c” 研究 — ٣", "a:b “c” 研究 — ٣"],
  ])("writes the text %j as RFC 5545 asks", (text, written) => {
    expect(read(calendarFile({ ...visit, summary: text }), "SUMMARY")).toBe(written);
  });

  it("lets no name break out of its quotes, and no address out of its line", () => {
    const organizer = { name: 'Kim "the; boss":\r\nATTENDEE:x^', email: "kim@example.org\r\nX:y" };
    const file = calendarFile({ ...visit, organizer });
    const line = readLines(file).find(({ name }) => name === "ORGANIZER");
    expect(line?.parameters).toBe(";CN=\"Kim ^'the; boss^':^nATTENDEE:x^^\"");
    expect(line?.value).toBe("mailto:kim@example.org%20%20X:y");
    expect(readLines(file)).toHaveLength(readLines(calendarFile(visit)).length);
  });

  it("folds at 75 octets between characters, and reads back as it was, whatever is written", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 200 });
    fc.assert(
      fc.property(text, text, (description, name) => {
        const attendee = { name, email: "amara@example.org" };
        const file = calendarFile({ ...visit, description, attendee });
        for (const line of file.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        const plain = description.replaceAll(/\r\n?/g, "\n").replaceAll(/[^\P{Cc}\t\n]/gu, " ");
        expect(readText(read(file, "DESCRIPTION") ?? "")).toBe(plain);
      }),
    );
  });
});
