import { type PublicLanguage, publicLanguages } from "@studydesk/domain/public-language";
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import { readTypedSubmission } from "@studydesk/domain/submissions/submission-input";
import {
  submissionFields,
  submissionProblems,
} from "@studydesk/domain/submissions/submission-rules";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { emptyForm, type StudyForm } from "../study-form";
import { formScript as ar } from "../texts/ar/form-script";
import { formScript as en } from "../texts/en/form-script";
import { formScript as es } from "../texts/es/form-script";
import { textsOf } from "../texts/texts";
import { formScript as zh } from "../texts/zh/form-script";
import { ContactForm } from "./contact-form";

const walks: StudyPage = {
  nctId: "NCT99000001",
  title: "A study of morning walks",
  overallStatus: "RECRUITING",
  conditions: ["Poor sleep"],
  phases: [],
  sex: "ALL",
  criteria: { criteria: [], notes: [], doubts: [] },
  contacts: [],
  centres: [],
  recruitingSites: [{ id: 2, name: "Springfield General", city: "Springfield", promiseHours: 24 }],
  consentText: { id: 5, language: "en", number: 1, text: "They may contact me." },
  inEnglish: [],
  wordedHere: [],
};
const adults: StudyPage = {
  ...walks,
  minimumAge: { value: 18, unit: "years" },
  maximumAge: { value: 80, unit: "years" },
};

const render = (page: StudyPage, form: Partial<StudyForm> = {}, language: PublicLanguage = "en") =>
  renderToStaticMarkup(
    <ContactForm t={textsOf(language)} page={page} form={{ ...emptyForm, ...form }} />,
  );

describe("the contact form", () => {
  it("asks for a year of birth where the study has ages, and nowhere else", () => {
    expect(render(walks)).not.toContain("birth_year");
    const [field = ""] = /<input[^>]*name="birth_year"[^>]*>/.exec(render(adults)) ?? [];
    expect(field).toMatch(/inputmode="numeric"/i);
    expect(field).not.toContain("required");
    expect(render(adults)).toContain("18–80 years");
  });

  it("answers kindly where no age of that year fits, with what was typed and a way on", () => {
    const other = {
      nctId: "NCT99000009",
      title: "A study of sleep in school",
      conditions: [],
      phases: [],
      sex: "ALL" as const,
      sites: [],
      inEnglish: [],
    };
    const html = render(
      adults,
      {
        typed: readTypedSubmission({ first_name: "Zoë", birth_year: "2016", consent: "yes" }),
        refusal: { kind: "outside_ages", others: [other] },
      },
      "es",
    );
    expect(html).toContain('href="/es/studies/NCT99000009"');
    expect(html).toContain('value="Zoë"');
    expect(html).toContain('value="2016"');
    expect(html).toMatch(/<button[^>]*value="yes" name="all_the_same"/);
    expect(html).toContain("de 18 a 80 años");
    expect(html).not.toContain("aria-invalid");
  });

  it("still says “all the same” when such a form comes back with faults", () => {
    const typed = readTypedSubmission({ birth_year: "2016", all_the_same: "yes" });
    const html = render(adults, { typed, problems: { consent: "missing" } });
    expect(html).toMatch(/<button[^>]*name="all_the_same"/);
    expect(render(adults)).not.toContain("all_the_same");
  });

  it("says of a message beyond all size that it could not even be read", () => {
    const html = render(walks, { refusal: { kind: "too_large" } });
    expect(html).toContain("This is too much for one message");
    expect(html).toContain('id="problems"');
  });
});

describe("the words of the form's script", () => {
  const all = { en, es, zh, ar };

  it("are in the page's own language, each of them", () => {
    for (const language of ["es", "zh", "ar"] as const) {
      for (const [name, word] of Object.entries(all[language])) {
        if (typeof word === "string") expect(word, name).not.toBe(Reflect.get(en, name));
      }
    }
  });

  it("name a fault as the page does", () => {
    for (const language of publicLanguages) {
      for (const field of submissionFields) {
        for (const problem of submissionProblems) {
          const said = all[language].problem(field, problem);
          expect(said).toBe(textsOf(language).form.problem(field, problem));
          expect(said.length).toBeGreaterThan(5);
        }
      }
    }
  });

  it("show a number with its country, and without one", () => {
    for (const words of Object.values(all)) {
      expect(words.phoneRead("+1 202 555 0143", "X")).toMatch(/\+1 202 555 0143.*X/);
      expect(words.phoneRead("+800 555", "")).not.toMatch(/[(（]/);
    }
  });
});
