import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { CriterionChild } from "@studydesk/domain/studies/criteria";
import { readRegistryFile } from "@studydesk/domain/studies/import-record";
import type { ImportedStudy } from "@studydesk/domain/studies/imported-study";
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import {
  emptySubmission,
  readTypedSubmission,
} from "@studydesk/domain/submissions/submission-input";
import { describe, expect, it } from "vitest";
import {
  emptyForm,
  type PageShell,
  renderAnswerPage,
  renderNotFound,
  renderProblem,
  renderStudyList,
  renderStudyPage,
} from "./render";

const samples = resolve(import.meta.dirname, "../../../../shared/registry-samples");
const shell: PageShell = {
  language: "en",
  baseUrl: "https://desk.example.org",
  path: "/studies",
  stylesheets: ["/assets/public-x.css"],
  isDemo: false,
};
const site = { id: 2, name: "Springfield General", city: "Springfield", promiseHours: 24 };
const consentText = { id: 5, language: "en", number: 1, text: "They may contact me." };

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
  recruitingSites: [site],
  consentText,
  inEnglish: [],
  wordedHere: [],
};

function pageOf(study: ImportedStudy, recruitingSites: StudyPage["recruitingSites"]): StudyPage {
  const centres = study.locations.map(({ facility, status, city, state, country }) => ({
    isOurs: false as const,
    name: facility,
    ...(city ? { city } : {}),
    ...(state ? { state } : {}),
    ...(country ? { country } : {}),
    ...(status ? { registryStatus: status } : {}),
  }));
  return { ...study, centres, recruitingSites, consentText, inEnglish: [], wordedHere: [] };
}

/** What a reader sees: the tags away, the entities resolved. */
function textOf(html: string): string {
  return html
    .replace(/<script type="application.ld.json">.*?<.script>/g, "")
    .replace(/<\/?(?:span|button|bdi|b)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}

const textsIn = ({ text, children }: CriterionChild): string[] => [
  text,
  ...children.flatMap(textsIn),
];

describe.skipIf(!existsSync(samples))(
  "the page of a sample record (skipped where they are absent)",
  () => {
    const files = existsSync(samples)
      ? readdirSync(samples).filter((f) => f.endsWith(".json"))
      : [];

    it.each(files)("%s shows every fact and criterion", (file) => {
      const read = readRegistryFile(readFileSync(join(samples, file), "utf8"));
      const study = read.ok ? read.studies[0] : undefined;
      if (!study) throw new Error("The sample was not read.");
      const isOpen = study.overallStatus === "RECRUITING";
      const html = renderStudyPage(shell, pageOf(study, isOpen ? [site] : []), emptyForm);
      const text = textOf(html);
      const expected = [
        study.title,
        study.nctId,
        study.sponsor,
        ...study.conditions,
        ...study.criteria.criteria.flatMap(textsIn),
        ...study.criteria.criteria.map(({ heading }) => heading),
        ...study.criteria.notes.flatMap((n) => (n.kind === "outside_lists" ? [n.text] : [])),
        ...study.contacts.map(({ name }) => name),
        ...study.locations.map(({ facility }) => facility),
      ].filter((fact) => fact !== undefined);
      for (const fact of expected) expect(text).toContain(fact.replace(/\s+/g, " ").trim());
      expect(html).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
      expect(html.includes('id="ask"')).toBe(isOpen);
      expect(text.includes("Where else to look")).toBe(!isOpen);
      expect(html).not.toMatch(/<script(?! type="application.ld.json">)|style="|javascript:/i);
    });
  },
);

describe("a study page", () => {
  it("has the form's fields with the names and autocomplete tokens that browsers know", () => {
    const html = renderStudyPage(shell, walks, emptyForm);
    expect(html).toMatch(/^<!doctype html><html lang="en"/);
    for (const [name, token] of [
      ["first_name", "given-name"],
      ["last_name", "family-name"],
      ["email", "email"],
      ["phone", "tel"],
    ]) {
      const input = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)?.[0];
      expect(input?.toLowerCase()).toContain(`autocomplete="${token}"`);
    }
    expect(html).toContain('<input type="hidden" name="site" value="2"/>');
    expect(html).toContain('<input type="hidden" name="consent_text" value="5"/>');
    expect(html).toContain('lang="zh">中文（普通话）</option>');
  });

  it("asks which study centre when several take messages", () => {
    const other = { ...site, id: 9, name: "Shelbyville Clinic" };
    const html = renderStudyPage(shell, { ...walks, recruitingSites: [site, other] }, emptyForm);
    expect(html.match(/type="radio"/g)).toHaveLength(2);
    expect(html).not.toContain('type="hidden" name="site"');
  });

  it("gives back what was typed, with each fault beside its field and in the summary", () => {
    const typed = readTypedSubmission({
      first_name: "Zoë",
      email: "nonsense",
      message: '<b>"5 > 3" & so on',
      language: "es",
      consent: "yes",
    });
    const html = renderStudyPage(shell, walks, {
      typed,
      problems: { email: "not_an_email", last_name: "missing" },
    });
    expect(html).toContain('value="Zoë"');
    expect(html).toContain("&lt;b&gt;&quot;5 &gt; 3&quot; &amp; so on</textarea>");
    expect(html).toMatch(/<option value="es" lang="es" selected="">/);
    expect(html).toMatch(/type="checkbox"[^>]* checked=""/);
    expect(html).toMatch(/<input id="email"[^>]*aria-invalid="true"[^>]*value="nonsense"/);
    expect(html).toContain('aria-describedby="email-problem"');
    expect(html).toContain('<a href="#email">');
    expect(html).toContain('id="problems"');
    expect(html).toContain('action="/studies/NCT99000001#problems"');
  });

  it("says what to do when too many messages came, and keeps what was typed", () => {
    const html = renderStudyPage(shell, walks, {
      typed: { ...emptySubmission, message: "Still here" },
      problems: {},
      refusal: { kind: "too_many", retryAfterSeconds: 1500, hasContact: true },
    });
    expect(textOf(html)).toContain("in 25 minutes");
    expect(html).toContain("Still here</textarea>");
  });

  it("explains a study that takes no messages, and gives back one that came too late", () => {
    const html = renderStudyPage(
      shell,
      {
        ...walks,
        overallStatus: "TERMINATED",
        whyStopped: "Too few people",
        recruitingSites: [],
        contacts: [{ name: "Study Contact", phone: "+1 202-555-0100" }],
      },
      {
        typed: readTypedSubmission({ message: "My words" }),
        problems: {},
        refusal: { kind: "stopped" },
      },
    );
    const text = textOf(html);
    expect(text).toContain("stopped early");
    expect(text).toContain("Too few people");
    expect(html).toContain("https://clinicaltrials.gov/search?cond=Poor+sleep");
    expect(html).toContain('href="tel:+12025550100"');
    expect(html).toContain("My words</blockquote>");
    expect(html).not.toContain("<form");
  });

  it.each([
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea><script>alert(1)</script>",
    "</title><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "\u202egnp.exe",
  ])("shows %j as text, wherever it stands", (hostile) => {
    const html = renderStudyPage(
      shell,
      {
        ...walks,
        title: hostile,
        officialTitle: `${hostile}!`,
        conditions: [hostile],
        sponsor: hostile,
        summary: hostile,
        detailedDescription: `${hostile}!`,
        contacts: [{ name: hostile, phone: hostile, email: hostile }],
        centres: [{ isOurs: true, siteId: 2, takesMessages: true, name: hostile, city: hostile }],
        recruitingSites: [{ ...site, name: hostile, city: hostile }],
        consentText: { ...consentText, text: hostile },
        criteria: {
          criteria: [
            {
              kind: "inclusion",
              label: "I1",
              heading: hostile,
              text: hostile,
              children: [{ text: hostile, children: [] }],
            },
          ],
          notes: [{ kind: "outside_lists", text: hostile, line: 1 }],
          doubts: [],
        },
      },
      {
        typed: readTypedSubmission({ first_name: hostile, message: hostile, language: hostile }),
        problems: {},
      },
    );
    expect(html).not.toMatch(/<script(?! type="application.ld.json">)|<img|<svg|href="javascript/i);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(textOf(html)).toContain(hostile);
  });
});

describe("the other pages", () => {
  const study = { nctId: walks.nctId, title: walks.title, titleLanguage: "en" } as const;
  const pages = {
    list: renderStudyList(shell, {
      studies: [{ ...walks, sites: [site, { name: "Second", city: "Springfield" }] }],
      nextBefore: 12,
    }),
    "empty list": renderStudyList(shell, { studies: [] }),
    answer: renderAnswerPage(shell, { study, site }),
    "answer without a site": renderAnswerPage(shell, { study }),
    "not found": renderNotFound(shell),
    problem: renderProblem(shell, { kind: "tooLarge", requestId: "<r-1>" }),
  };

  it.each(Object.entries(pages))("%s: a whole document without a script", (_name, html) => {
    expect(html).toMatch(/^<!doctype html><html lang="en" dir="ltr"><head>/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('<main id="content"');
    expect(html).not.toMatch(/undefined|\[object|<script/);
  });

  it("names the study centre that has the message and the copy in the mail", () => {
    const text = textOf(pages.answer);
    expect(text).toContain("Springfield General has your message");
    expect(text).toContain("A copy of your message is on its way to your e-mail address");
  });

  it("lists a study with its condition, ages and each city once", () => {
    const text = textOf(pages.list);
    expect(text).toContain("Poor sleep");
    expect(text.match(/Springfield/g)).toHaveLength(1);
    expect(pages.list).toContain("/studies?before=12");
  });

  it("says on every page of a demo that it is one", () => {
    const demo = renderNotFound({ ...shell, isDemo: true });
    expect(textOf(demo)).toContain("This is a demo");
    expect(textOf(pages["not found"])).not.toContain("This is a demo");
  });
});
