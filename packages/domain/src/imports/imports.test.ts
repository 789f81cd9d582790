import { describe, expect, it } from "vitest";
import { guessColumns, looksLikeHeader } from "./guess-columns";
import { foldWord, guessStatus, readStatusReason, readYesOrNo } from "./guess-status";
import { type ImportPlan, importPlan } from "./import-plan";
import { guessDateOrder, readDate } from "./read-date";

describe("a day in a table", () => {
  it.each([
    ["2026-03-05", "2026-03-05T17:00:00.000Z"],
    ["2026-03-05 08:30", "2026-03-05T13:30:00.000Z"],
    ["2026-03-05T08:30:00+01:00", "2026-03-05T07:30:00.000Z"],
    ["2026-03-05T08:30:00.123Z", "2026-03-05T08:30:00.000Z"],
    ["2026年3月5日", "2026-03-05T17:00:00.000Z"],
    ["5.3.2026", "2026-03-05T17:00:00.000Z"],
    ["5/3/2026", "2026-03-05T17:00:00.000Z"],
    ["5/3/2026 2:05 pm", "2026-03-05T19:05:00.000Z"],
    ["٢٠٢٦-٠٣-٠٥", "2026-03-05T17:00:00.000Z"],
    ["2026-07-05", "2026-07-05T16:00:00.000Z"],
  ])("%s is %s in New York", (typed, at) => {
    expect(readDate(typed, "dmy", "America/New_York")).toBe(at);
  });

  it("has the month first only where somebody said so, and never with dots", () => {
    expect(readDate("3/5/2026", "mdy", "UTC")).toBe("2026-03-05T12:00:00.000Z");
    expect(readDate("5.3.2026", "mdy", "UTC")).toBe("2026-03-05T12:00:00.000Z");
  });

  it.each([
    "",
    "soon",
    "2026-02-30",
    "31.4.2026",
    "13/13/2026",
    "5/3/26",
    "45000",
    "1899-01-01",
    "2026-03-05 25:00",
  ])("“%s” is none", (typed) => {
    expect(readDate(typed, "dmy", "UTC")).toBeUndefined();
  });

  it("tells which comes first from the days that can be only one, or that nobody can tell", () => {
    expect(guessDateOrder(["3/4/2026", "13/4/2026"])).toBe("dmy");
    expect(guessDateOrder(["3/4/2026", "3/14/2026"])).toBe("mdy");
    expect(guessDateOrder(["3/4/2026", ""])).toBe("either");
    expect(guessDateOrder(["2026-03-04", "3.4.2026", "hello"])).toBeUndefined();
  });
});

describe("what a column holds", () => {
  it.each([
    [
      ["First name", "Last_Name", "E-Mail", "Mobile", "Notes"],
      ["first_name", "last_name", "email", "phone", "note"],
    ],
    [
      ["Nombre", "Apellidos", "Correo electrónico", "Teléfono"],
      ["first_name", "last_name", "email", "phone"],
    ],
    [
      ["姓名", "邮箱", "手机", "同意日期"],
      ["name", "email", "phone", "consent"],
    ],
    [
      ["الاسم الكامل", "البريد الإلكتروني", "رقم الهاتف"],
      ["name", "email", "phone"],
    ],
    [
      ["Number", "Name", "Name"],
      [null, "name", null],
    ],
  ])("%j", (header, fields) => {
    expect(guessColumns(header, [])).toEqual(fields);
  });

  it("is seen from what stands in it where its name says nothing", () => {
    const rows = [["a@example.org", "+1 312 555 0142", "2026-03-05"]];
    expect(guessColumns(["A", "B", "C"], rows)).toEqual(["email", "phone", null]);
  });

  it("is said by the first row, unless that is a person", () => {
    expect(looksLikeHeader(["Name", "E-mail"])).toBe(true);
    expect(looksLikeHeader(["Amara Voss", "amara@example.org"])).toBe(false);
  });
});

it("knows words of other tables for a status, and gives a closed one its reason", () => {
  expect(guessStatus("Not interested")).toBe("declined");
  expect(guessStatus("PRE-SCREENING")).toBe("pre_screening");
  expect(guessStatus("Ghosted")).toBeUndefined();
  expect(readStatusReason("declined", "Too far to travel")).toBe("travel");
  expect(readStatusReason("declined", "the weather")).toBe("none_given");
  expect(readStatusReason("contacting", "travel")).toBeNull();
  expect(foldWord("  No_Contesta ")).toBe("no contesta");
  expect([readYesOrNo("Sí"), readYesOrNo("No"), readYesOrNo("maybe")]).toEqual([
    true,
    false,
    undefined,
  ]);
});

it("takes no plan without a name, a way to reach the person, and a consent", () => {
  const plan: ImportPlan = {
    ...{ encoding: "utf-8", delimiter: ",", hasHeader: true, siteId: 1, studyId: 1 },
    ...{ columns: ["name", "email"], dateOrder: "dmy", source: "import", statuses: {} },
    consent: { kind: "declared", where: "On paper", on: "2026-03-01" },
  };
  const takes = (change: Partial<ImportPlan>) =>
    importPlan.safeParse({ ...plan, ...change }).success;
  expect(takes({})).toBe(true);
  expect(takes({ columns: ["name", null] })).toBe(false);
  expect(takes({ columns: [null, "email"] })).toBe(false);
  expect(takes({ columns: ["name", "email", "email"] })).toBe(false);
  expect(takes({ consent: { ...plan.consent, kind: "column" } })).toBe(false);
  expect(takes({ consent: { ...plan.consent, where: " " } })).toBe(false);
  expect(takes({ consent: { ...plan.consent, on: "" } })).toBe(false);
});
