// Every kind of page in every language, filled with names that are in none of them: whatever else a reader
// would see must be of the page's own language.

import {
  directionOf,
  type PublicLanguage,
  publicLanguages,
} from "@studydesk/domain/public-language";
import type { ProgressEnd } from "@studydesk/domain/status-page/progress";
import type { StatusPage } from "@studydesk/domain/status-page/status-page";
import type { CentreSearch } from "@studydesk/domain/studies/centre-search";
import { overallStatuses } from "@studydesk/domain/studies/imported-study";
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import {
  emptySubmission,
  readTypedSubmission,
} from "@studydesk/domain/submissions/submission-input";
import {
  type SubmissionProblems,
  submissionFields,
  submissionProblems,
} from "@studydesk/domain/submissions/submission-rules";
import { leftoverEnglish } from "@studydesk/domain/testing/leftover-english";
import { foreignName } from "@studydesk/domain/testing/say-texts";
import { describe, expect, it } from "vitest";
import { emptyAlertForm } from "./alert-form";
import {
  type AlertPage,
  emptyForm,
  type PageShell,
  renderAlertPage,
  renderAnswerPage,
  renderNotFound,
  renderProblem,
  renderStatusScreen,
  renderStudyList,
  renderStudyPage,
  type StatusScreen,
} from "./render";

const criterion = { kind: "inclusion", label: "I1", text: foreignName, children: [] } as const;

const shellIn = (language: PublicLanguage): PageShell => ({
  language,
  baseUrl: "https://desk.example.org",
  path: "/studies",
  stylesheets: [],
  isDemo: true,
});

const studyIn = (language: PublicLanguage): StudyPage => ({
  nctId: "NCT99000001",
  title: foreignName,
  officialTitle: `${foreignName} ${foreignName}`,
  overallStatus: "RECRUITING",
  studyType: "INTERVENTIONAL",
  whyStopped: foreignName,
  conditions: [foreignName],
  phases: ["PHASE2", "PHASE3"],
  sex: "ALL",
  minimumAge: { value: 18, unit: "years" },
  maximumAge: { value: 80, unit: "years" },
  healthyVolunteers: true,
  sponsor: foreignName,
  summary: foreignName,
  detailedDescription: `${foreignName} ${foreignName}`,
  criteria: {
    criteria: [{ ...criterion, children: [] }],
    notes: [{ kind: "outside_lists", text: foreignName, line: 9, section: "exclusion" }],
    doubts: [],
  },
  lastUpdate: "2025-10-15",
  startDate: "2025-01",
  completionDate: "2027",
  contacts: [{ name: foreignName, phone: "+1 202 555 0100", email: "study@example.org" }],
  centres: [
    { isOurs: true, siteId: 2, name: foreignName, city: foreignName, takesMessages: true },
    { isOurs: false, name: foreignName, country: "Spain", registryStatus: "NOT_YET_RECRUITING" },
    ...Array.from({ length: 14 }, () => ({ isOurs: false as const, name: foreignName })),
  ],
  recruitingSites: [
    { id: 2, name: foreignName, city: foreignName, promiseHours: 24, usualAnswerHours: 20 },
    { id: 3, name: foreignName, city: foreignName, promiseHours: 96 },
  ],
  consentText: { id: 5, language, number: 1, text: foreignName },
  inEnglish: [],
  wordedHere: ["summary", "criteria"],
});

/** What a reader sees or hears, the parts that are marked as another language's left out. */
function wordsOf(html: string): string {
  const own = html
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, " ")
    .replaceAll(/<(\w+)(?:\s[^>]*)?\shreflang=.*?<\/\1>/gis, " ")
    .replaceAll(/<option[^>]*\slang=.*?<\/option>/gs, " ");
  const attributes = own.matchAll(
    /\s(?:aria-label|title|placeholder|alt|content|data-[\w-]+)="([^"]*)"/g,
  );
  const told = [...attributes].map(([, value = ""]) => value).filter((value) => /\s/.test(value));
  const shown = own.replaceAll(/<[^>]*>/g, " ");
  return [shown, ...told.filter((value) => !/width=|light dark|no-referrer/.test(value))]
    .join(" ")
    .replaceAll(/&#x27;|&quot;|&amp;|&lt;|&gt;/g, " ");
}

function pagesIn(language: PublicLanguage): [name: string, html: string][] {
  const shell = shellIn(language);
  const page = studyIn(language);
  const problems: SubmissionProblems[] = submissionProblems.map((problem) =>
    Object.fromEntries(submissionFields.map((field) => [field, problem])),
  );
  const typed = readTypedSubmission({ first_name: foreignName, message: foreignName });
  const listed = { ...page, sites: [{ name: foreignName, city: foreignName }] };
  const closed = overallStatuses.map((overallStatus): [string, string] => [
    `a study that is ${overallStatus}`,
    renderStudyPage(
      shell,
      { ...page, overallStatus, lastKnownStatus: overallStatus, recruitingSites: [] },
      { ...emptyForm, typed, refusal: { kind: "stopped" } },
    ),
  ]);
  const refusals = [
    { kind: "too_many", retryAfterSeconds: 130, hasContact: true },
    { kind: "failed", requestId: foreignName },
    { kind: "too_large" },
    { kind: "outside_ages", others: [listed] },
  ] as const;
  return [
    ["the study", renderStudyPage(shell, page, emptyForm)],
    ...searches(page).map((search): [string, string] => [
      `study centres searched: ${search.problem ?? "found"}`,
      renderStudyPage(shell, page, emptyForm, search),
    ]),
    ["the list", renderStudyList(shell, { studies: [listed], nextBefore: 3 })],
    ["the empty list", renderStudyList(shell, { studies: [] })],
    [
      "the answer",
      renderAnswerPage(shell, {
        study: { nctId: page.nctId, title: foreignName, titleLanguage: "en" },
        site: { name: foreignName, promiseHours: 96 },
      }),
    ],
    [
      "the answer of nobody",
      renderAnswerPage(shell, {
        study: { nctId: page.nctId, title: foreignName, titleLanguage: "en" },
      }),
    ],
    ["no page", renderNotFound(shell)],
    ...(["tooLarge", "tooMany", "notTaken", "broken"] as const).map((kind): [string, string] => [
      `a problem: ${kind}`,
      renderProblem(shell, { kind, requestId: foreignName }),
    ]),
    ...problems.map((wrong, at): [string, string] => [
      `a form with ${submissionProblems[at]}`,
      renderStudyPage(shell, page, { typed: emptySubmission, problems: wrong }),
    ]),
    ...refusals.map((refusal): [string, string] => [
      `a form refused: ${refusal.kind}`,
      renderStudyPage(shell, page, { typed, problems: {}, refusal }),
    ]),
    ...closed,
    ...alertPages(language).map((shown): [string, string] => [
      `alerts: ${shown.page}`,
      renderAlertPage(shell, shown),
    ]),
    ...statusScreens().map((screen): [string, string] => [
      `status: ${screen.kind}`,
      renderStatusScreen(shell, screen),
    ]),
  ];
}

function searches(page: StudyPage): CentreSearch[] {
  const town = { id: 1, name: foreignName, countryCode: "US", region: "9", near: foreignName };
  const [nearest] = page.centres;
  return [
    ...(["empty", "unknown", "too_many", "failed"] as const).map((problem) => ({
      typed: foreignName,
      others: [town],
      problem,
    })),
    {
      typed: foreignName,
      from: { ...town, region: "" },
      others: [],
      nearest: nearest ? [{ centre: nearest, km: 1234 }, { centre: nearest }] : [],
    },
  ];
}

function alertPages(language: PublicLanguage): AlertPage[] {
  const wish = { condition: foreignName, area: null, language };
  const conditions = [foreignName];
  return [
    { page: "sign_up", form: emptyAlertForm, conditions, study: undefined },
    { page: "asked" },
    { page: "confirm", wish },
    {
      page: "confirmed",
      wish,
      preferencesPath: "/alerts/x",
      studies: [{ nctId: "NCT99000001", title: foreignName, titleLanguage: language }],
    },
    { page: "preferences", wish, form: emptyAlertForm, conditions, isSaved: true },
    { page: "unsubscribe" },
    { page: "ended" },
    { page: "forgotten" },
    { page: "gone" },
  ];
}

const ends: readonly ProgressEnd[] = [
  ...(["withdrawn", "withdrawn_in_study", "declined", "could_not_reach"] as const),
  ...(["not_suitable", "takes_part", "left_study", "closed"] as const),
];

function statusScreens(): StatusScreen[] {
  const at = "2026-09-01T12:00:00.000Z";
  const late = { since: at, isLate: true, lastTriedAt: at };
  const progresses: StatusPage["progress"][] = [
    {
      done: [{ step: "received", at }],
      now: "first_contact",
      ahead: ["questions", "doctor", "visit"],
      end: null,
      hasConsented: false,
      waiting: late,
    },
    {
      done: [
        { step: "received", at },
        { step: "first_contact", at: null },
      ],
      now: "questions",
      ahead: ["doctor", "visit"],
      end: null,
      hasConsented: false,
      waiting: null,
    },
    ...[false, true].map((hasConsented) => ({
      done: [{ step: "received" as const, at }],
      now: "visit" as const,
      ahead: [],
      end: null,
      hasConsented,
      waiting: null,
    })),
    ...ends.map((how) => ({
      done: [{ step: "received" as const, at }],
      now: null,
      ahead: [],
      end: { how, at },
      hasConsented: false,
      waiting: null,
    })),
  ];
  const pages = progresses.map(
    (progress, index): StatusPage => ({
      study: { nctId: "NCT99000001", title: foreignName, titleLanguage: "en" },
      site: { name: foreignName, city: foreignName, promiseHours: 24 },
      timeZone: "America/Chicago",
      contacts: [{ name: foreignName, phone: "+1 202 555 0100", email: "study@example.org" }],
      progress,
      visit: progress.hasConsented ? null : { startsAt: at, minutes: 90, place: foreignName },
      preference: { channel: "phone", hours: "morning" },
      sent: {
        name: foreignName,
        email: "a@example.org",
        phone: "…43",
        language: "sw",
        receivedAt: [at, at],
      },
      mayWithdraw: progress.end === null,
      mayErase: index % 2 === 0,
    }),
  );
  return [
    ...pages.flatMap((page): StatusScreen[] => [
      { kind: "own", page, token: "x", saved: true },
      { kind: "withdraw", page, token: "x", isUnsure: true },
      { kind: "erase", page, token: "x", isUnsure: true },
    ]),
    { kind: "ask", asked: { typed: foreignName, isWrong: true } },
    { kind: "asked" },
    { kind: "unknown" },
    { kind: "erased" },
    { kind: "wait", seconds: 90 },
  ];
}

describe.each(publicLanguages)("the pages in %s", (language) => {
  it.each(pagesIn(language))("%s: speak it alone, and run its way", (_name, html) => {
    expect(html).toContain(`<html lang="${language}" dir="${directionOf(language)}">`);
    expect(leftoverEnglish(language, wordsOf(html))).toEqual([]);
    expect(html).not.toMatch(/undefined|\[object|NaN/);
  });
});
