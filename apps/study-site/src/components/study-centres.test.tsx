import type { CentreSearch } from "@studydesk/domain/studies/centre-search";
import type { StudyCentre, StudyPage } from "@studydesk/domain/studies/study-page";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { textsOf } from "../texts/texts";
import { StudyCentres } from "./study-centres";

const ours: StudyCentre = {
  isOurs: true,
  siteId: 2,
  takesMessages: true,
  name: "Springfield General",
  city: "Springfield",
  country: "United States",
};
const other = (name: string, country?: string): StudyCentre => ({
  isOurs: false,
  name,
  registryStatus: "COMPLETED",
  ...(country ? { country } : {}),
});

function show(centres: StudyCentre[], search?: CentreSearch, language: "en" | "es" | "ar" = "en") {
  const site = { id: 2, name: ours.name, city: "Springfield", promiseHours: 24 };
  const page: StudyPage = {
    nctId: "NCT99000001",
    title: "Walks",
    overallStatus: "RECRUITING",
    conditions: [],
    phases: [],
    sex: "ALL",
    criteria: { criteria: [], notes: [], doubts: [] },
    contacts: [],
    centres,
    recruitingSites: [site, { ...site, id: 3 }],
    consentText: { id: 1, language: "en", number: 1, text: "" },
    inEnglish: [],
    wordedHere: [],
  };
  return renderToStaticMarkup(<StudyCentres t={textsOf(language)} page={page} search={search} />);
}

describe("the study centres of a page", () => {
  it("show each its own status, and the way to those that take messages", () => {
    const html = show([ours, other("Elsewhere Clinic", "Germany")]);
    expect(html).toContain("Completed");
    expect(html).toContain('<span class="status open">Recruiting</span>');
    expect(html.match(/\?site=2#ask/g)).toHaveLength(1);
  });

  it("stand by country, by the reader's names, when they are many", () => {
    const many = ["Germany", "Spain", "Egypt"].flatMap((country) =>
      Array.from({ length: 100 }, (_, n) => other(`${country} ${n}`, country)),
    );
    const html = show([ours, ...many, other("Somewhere")], undefined, "es");
    const summaries = [...html.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, text]) =>
      text?.replace(/<[^>]*>/g, ""),
    );
    expect(summaries).toEqual([
      "Otros lugares 1 centro",
      "Alemania 100 centros",
      "Egipto 100 centros",
      "España 100 centros",
    ]);
    expect(html).not.toContain("<details open");
    expect(html.indexOf("Springfield General")).toBeLessThan(html.indexOf("<details>"));
  });

  it("stand by distance when somebody asked, in miles where roads are marked in miles", () => {
    const html = show([ours, other("Far", "Germany")], {
      typed: "Chicago",
      from: { id: 1, name: "Chicago", region: "IL", countryCode: "US" },
      others: [{ id: 9, name: "Chicago", region: "OH", countryCode: "US" }],
      nearest: [{ centre: ours, km: 290.2 }, { centre: other("Far", "Germany") }],
    });
    expect(html).toContain("Nearest to Chicago, IL, United States first.");
    expect(html).toContain("180 mi (290 km)");
    expect(html).toContain("Distance not known");
    expect(html).toContain('value="9" name="picked">Chicago, OH, United States</button>');
  });

  it("ask which town was meant, or say that none is known, and keep the whole list", () => {
    const place = { id: 9, name: "San José", near: "Alajuela", countryCode: "CR" };
    const asked = show([ours, other("Far")], { typed: "San José", others: [place] });
    expect(asked).toContain("San José, near Alajuela, Costa Rica</button>");
    expect(asked).toContain("Far");
    const hostile = '"><script>';
    const unknown = show([ours, other("Far")], { typed: hostile, others: [], problem: "unknown" });
    expect(unknown).toContain('aria-describedby="town-hint town-problem"');
    expect(unknown).not.toContain("<script>");
  });

  it("need no form for the nearest of one, and no heading for none", () => {
    expect(show([ours])).not.toContain("<form");
    expect(show([])).toBe("");
  });
});
