import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atLocal, localParts } from "../leads/local-day";
import { followUpWords, parseFollowUp } from "./parse-follow-up";

// A Monday, half past eleven in Berlin.
const berlin = { now: new Date("2026-11-23T10:30:00Z"), timeZone: "Europe/Berlin" };

describe("parseFollowUp", () => {
  it.each([
    ["tue 14:00", "Tue 24 Nov, 14:00 — in 1 day"],
    ["TUESDAY at 2pm", "Tue 24 Nov, 14:00 — in 1 day"],
    ["at 9 on tuesday", "Tue 24 Nov, 9:00 — in 1 day"],
    ["tomorrow 9", "Tue 24 Nov, 9:00 — in 1 day"],
    // Nobody calls at two in the night.
    ["tomorrow 2", "Tue 24 Nov, 14:00 — in 1 day"],
    ["tomorrow 2:00", "Tue 24 Nov, 2:00 — in 1 day"],
    ["tomorrow morning", "Tue 24 Nov, 9:00 — in 1 day"],
    ["day after tomorrow", "Wed 25 Nov, 10:00 — in 2 days"],
    ["in 3 days", "Thu 26 Nov, 10:00 — in 3 days"],
    ["in three days 15:00", "Thu 26 Nov, 15:00 — in 3 days"],
    ["3d", "Thu 26 Nov, 10:00 — in 3 days"],
    ["in 2 hours", "Mon 23 Nov, 13:30 — in 2 hours"],
    ["in 2 h 30 min", "Mon 23 Nov, 14:00 — in 3 hours"],
    ["half an hour", "Mon 23 Nov, 12:00 — in 30 minutes"],
    ["in a week", "Mon 30 Nov, 10:00 — in 7 days"],
    ["next week", "Mon 30 Nov, 10:00 — in 7 days"],
    ["next week tue", "Tue 1 Dec, 10:00 — in 8 days"],
    ["fri next week, 9:15", "Fri 4 Dec, 9:15 — in 11 days"],
    ["next month", "Wed 23 Dec, 10:00 — in 4 weeks"],
    // Today is a Monday: the next one, unless the hour is still to come.
    ["mon", "Mon 30 Nov, 10:00 — in 7 days"],
    ["mon 11", "Mon 30 Nov, 11:00 — in 7 days"],
    ["mon 12", "Mon 23 Nov, 12:00 — in 30 minutes"],
    ["next mon", "Mon 30 Nov, 10:00 — in 7 days"],
    ["weekend", "Sat 28 Nov, 10:00 — in 5 days"],
    ["friday afternoon", "Fri 27 Nov, 14:00 — in 4 days"],
    ["friday afternoon 3", "Fri 27 Nov, 15:00 — in 4 days"],
    ["tonight", "Mon 23 Nov, 19:00 — in 8 hours"],
    ["9am", "Tue 24 Nov, 9:00 — in 1 day"],
    ["noon", "Mon 23 Nov, 12:00 — in 30 minutes"],
    ["12am tomorrow", "Tue 24 Nov, 0:00 — in 1 day"],
    ["14", "Mon 23 Nov, 14:00 — in 3 hours"],
    ["14.30", "Mon 23 Nov, 14:30 — in 3 hours"],
    ["tue @ 14h30", "Tue 24 Nov, 14:30 — in 1 day"],
    ["5 dec", "Sat 5 Dec, 10:00 — in 12 days"],
    ["5th of December, 8pm", "Sat 5 Dec, 20:00 — in 12 days"],
    ["dec 5 9:00", "Sat 5 Dec, 9:00 — in 12 days"],
    ["dec 5, 2027", "Sun 5 Dec 2027, 10:00 — in 54 weeks"],
    ["5.12. 14.30", "Sat 5 Dec, 14:30 — in 12 days"],
    ["5.12", "Sat 5 Dec, 10:00 — in 12 days"],
    ["2026-12-05 9:30", "Sat 5 Dec, 9:30 — in 12 days"],
    ["13/12", "Sun 13 Dec, 10:00 — in 3 weeks"],
    ["1/1", "Fri 1 Jan 2027, 10:00 — in 6 weeks"],
    ["the 5th", "Sat 5 Dec, 10:00 — in 12 days"],
    ["31st", "Thu 31 Dec, 10:00 — in 5 weeks"],
    ["29 feb", "Tue 29 Feb 2028, 10:00 — in 66 weeks"],
  ])("reads “%s” as %s", (text, words) => {
    expect(parseFollowUp(text, berlin)).toMatchObject({ kind: "understood", words });
  });

  it.each([
    ["12/5", "Which one: Sat 5 Dec, 10:00 or Wed 12 May 2027, 10:00?"],
    ["next tue", "Which one: Tue 24 Nov, 10:00 or Tue 1 Dec, 10:00?"],
  ])("asks what “%s” means", (text, sentence) => {
    expect(parseFollowUp(text, berlin)).toMatchObject({ kind: "ambiguous", sentence });
  });

  it.each([
    ["tomorow", "I do not understand “tomorow”."],
    ["tue 14:00 for the MRI", "I do not understand “for”."],
    ["25:00", "I do not understand “25:00”."],
    ["tue wed", "“wed” is one too many."],
    ["in 2 hours on friday", "Say either how long from now, or a day and a time."],
    ["today", "Say a time, too: “today 16:00”."],
    ["today 9", "Mon 23 Nov, 9:00 has passed."],
    ["2020-01-01", "Wed 1 Jan 2020, 10:00 has passed."],
    ["30 feb", "There is no such day."],
    ["wed 24 nov", "That date is another day of the week."],
    ["5 dec 2036", "Fri 5 Dec 2036, 10:00 is more than 3 years away."],
    ["!?", "I do not understand “!?”."],
    ["...", "I do not understand “...”."],
  ])("says what it does not understand in “%s”", (text, sentence) => {
    const reading = parseFollowUp(text, berlin);
    expect(reading.kind).toBe("not_understood");
    expect(reading).toMatchObject({ sentence: expect.stringContaining(sentence) });
  });

  it("means nothing by nothing", () => {
    expect(parseFollowUp("  ", berlin)).toEqual({ kind: "empty" });
  });

  it.each([
    // The clocks go back on 25 October 2026, forward on 28 March 2027 (Berlin) and 14 March 2027 (Chicago).
    ["2026-10-24T10:00:00Z", "Europe/Berlin", "tomorrow 9:00", "2026-10-25T08:00:00.000Z"],
    ["2026-10-24T10:00:00Z", "Europe/Berlin", "in 24 hours", "2026-10-25T10:00:00.000Z"],
    ["2027-03-27T10:00:00Z", "Europe/Berlin", "in 1 day 11:00", "2027-03-28T09:00:00.000Z"],
    ["2027-03-27T10:00:00Z", "Europe/Berlin", "tomorrow 2:30", "2027-03-28T01:30:00.000Z"],
    ["2026-10-24T10:00:00Z", "Europe/Berlin", "tomorrow 2:30", "2026-10-25T00:30:00.000Z"],
    ["2027-03-13T18:00:00Z", "America/Chicago", "tomorrow 9am", "2027-03-14T14:00:00.000Z"],
    // The site's day, not UTC's: it is Tuesday in Shanghai already.
    ["2026-11-23T18:00:00Z", "Asia/Shanghai", "today 9", "2026-11-24T01:00:00.000Z"],
    ["2026-11-23T10:30:00Z", "Asia/Kathmandu", "tomorrow 9:00", "2026-11-24T03:15:00.000Z"],
  ])("at %s in %s reads “%s” as %s", (now, timeZone, text, at) => {
    const reading = parseFollowUp(text, { now: new Date(now), timeZone });
    expect(reading).toMatchObject({ kind: "understood", at: new Date(at) });
  });

  it("says soon in hours, past midnight as well", () => {
    const lateEvening = { now: new Date("2026-11-23T21:43:00Z"), timeZone: "Europe/Berlin" };
    expect(parseFollowUp("in 2 hours", lateEvening)).toMatchObject({
      words: "Tue 24 Nov, 0:43 — in 2 hours",
    });
  });

  const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
  const whenever = fc.date({
    min: new Date("2024-01-01"),
    max: new Date("2035-01-01"),
    noInvalidDate: true,
  });

  it("never reads a time that has passed, whatever is typed, whenever and wherever", () => {
    const words = fc.constantFrom(
      ...["tue", "next", "week", "in", "3", "days", "14:00", "9am", "today", "tomorrow", "5 dec"],
      ...[
        "12/5",
        "29 feb",
        "31st",
        "morning",
        "at",
        "friday",
        "afternoon",
        "2",
        "hours",
        "half an",
      ],
    );
    const typed = fc.oneof(
      fc.array(words, { maxLength: 5 }).map((said) => said.join(" ")),
      fc.string({ unit: "grapheme", maxLength: 40 }),
    );
    fc.assert(
      fc.property(typed, whenever, zones, (text, now, timeZone) => {
        const reading = parseFollowUp(text, { now, timeZone });
        if (reading.kind === "understood")
          expect(reading.at.getTime()).toBeGreaterThan(now.getTime());
        if (reading.kind === "ambiguous") {
          expect(reading.choices.length).toBeGreaterThan(1);
          for (const at of reading.choices) expect(at.getTime()).toBeGreaterThan(now.getTime());
        }
      }),
    );
  });

  it("understands its own words for a time", () => {
    fc.assert(
      fc.property(
        whenever,
        fc.integer({ min: 2, max: 300 * 24 * 60 }),
        zones,
        (now, ahead, timeZone) => {
          const local = localParts(timeZone, new Date(now.getTime() + ahead * 60_000));
          // The second time that the clocks show an hour cannot be said.
          const at = atLocal(timeZone, local);
          fc.pre(at > now);
          const said = followUpWords(at, { now, timeZone });
          expect(parseFollowUp(said, { now, timeZone })).toMatchObject({ kind: "understood", at });
        },
      ),
    );
  });
});
