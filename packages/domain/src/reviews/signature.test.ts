import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json";
import { canonicalSignatureText, meaningWords, zonedTimeWords } from "./signature";

describe("a signature in words", () => {
  it("says what was reviewed and what is judged, before it is given and after", () => {
    const eligible = {
      decision: "eligible",
      answers: 11,
      criteriaVersion: 2,
      label: null,
    } as const;
    expect(meaningWords(eligible, "You")).toBe(
      "You sign as Investigator that you reviewed all 11 answers, criteria version 2, and judge this person eligible for a screening visit.",
    );
    expect(meaningWords({ ...eligible, answers: 1, decision: "not_eligible", label: "I3" })).toBe(
      "I sign as Investigator that I reviewed the one answer, criteria version 2, and judge this person not eligible because of I3.",
    );
  });

  it("prints day, time and zone where it was signed, by summer and by winter", () => {
    expect(zonedTimeWords("2026-11-22T06:31:00.000Z", "Asia/Shanghai")).toBe(
      "22 Nov 2026, 14:31 (UTC+8)",
    );
    expect(zonedTimeWords("2026-07-01T22:05:00.000Z", "Europe/Madrid")).toBe(
      "2 Jul 2026, 00:05 (UTC+2)",
    );
    expect(zonedTimeWords("2026-12-31T23:30:00.000Z", "Europe/Madrid")).toBe(
      "1 Jan 2027, 00:30 (UTC+1)",
    );
  });
});

describe("a signature in bytes", () => {
  const signature = {
    ...{ reviewId: 7, signerId: "u1", printedName: "Dr Inés Hartwell", meaning: "I sign" },
    ...{ signedAt: "2026-09-01T12:00:00.000Z", timeZone: "America/Chicago" },
    ...{ contentSha256: "c", answersSha256: "a" },
  };

  it("differs as soon as one part of it does", () => {
    const text = canonicalSignatureText(signature);
    for (const name of Object.keys(signature)) {
      expect(canonicalSignatureText({ ...signature, [name]: "other" })).not.toBe(text);
    }
  });

  it("is of the same text for the same content, however that was written down", () => {
    const one = canonicalJson({ b: [1, { d: null, c: "ä" }], a: true });
    expect(one).toBe('{"a":true,"b":[1,{"c":"ä","d":null}]}');
    expect(canonicalJson(JSON.parse('{ "a": true, "b": [1, {"d": null, "c": "ä"}] }'))).toBe(one);
    expect(canonicalJson({ a: true, b: [{ c: "ä", d: null }, 1] })).not.toBe(one);
  });
});
