import { publicLanguages } from "@studydesk/domain/public-language";
import { describe, expect, it } from "vitest";
import { renderMail } from "../render-mail";
import { type VisitMailProps, visitMail } from "./visit-mail";

const props: VisitMailProps = {
  language: "en",
  news: "planned",
  firstName: "Amara",
  siteName: "Springfield General",
  siteCity: "Springfield",
  timeZone: "America/Chicago",
  startsAt: "2026-09-15T15:30:00.000Z",
  minutes: 90,
  place: "Building C, ground floor",
  coordinatorName: "Kim Example",
  statusUrl: "https://desk.example.org/status/key",
};

describe("visitMail", () => {
  it("says when by the site's clock, how long and where, and that a file comes along", () => {
    const { subject, text, html } = renderMail(visitMail(props));
    expect(subject).toBe("Your visit at Springfield General on 15 September");
    expect(text).toContain("15 September 2026 at 10:30");
    expect(text).toContain("about 90 minutes");
    expect(text).toContain("The time is that of Springfield.");
    expect(text).toContain("A file for your calendar comes with this mail.");
    expect(text).toContain("it goes to Kim Example");
    expect(html).toContain("ground floor");
  });

  it("asks nobody to a place once the visit is called off", () => {
    const { subject, text } = renderMail(visitMail({ ...props, news: "cancelled" }));
    expect(subject).toContain("Called off");
    expect(text).toContain("You need not come.");
    expect(text).not.toContain("Building C");
  });

  it.each(publicLanguages)("tells in %s of every turn in words of its own", (language) => {
    const all = (["planned", "moved", "cancelled", "reminder"] as const).map((news) =>
      renderMail(visitMail({ ...props, language, news })),
    );
    expect(new Set(all.map(({ subject }) => subject)).size).toBe(4);
    expect(new Set(all.map(({ text }) => text)).size).toBe(4);
    for (const { subject, text } of all) {
      expect(subject + text).toMatch(/15/);
      expect(text).toContain("10:30");
    }
    expect(all.some(({ text }) => /Invalid|NaN|undefined/.test(text))).toBe(false);
  });
});
