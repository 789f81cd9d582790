import { parseSharePayload } from "@studydesk/sealing/share-payload";
import { expect, it } from "vitest";
import type { KeptNote } from "./kept-notes";
import { sharePayloadOf } from "./share-payload-of";

const note: KeptNote = {
  id: "5f0c1f0e-6a51-4f5e-9c55-5b1f3f6d2a10",
  study: "NCT99000001",
  title: "A study of sleep",
  language: "es",
  heading: "Quién puede participar",
  text: "¿Cuenta la siesta?",
  writtenAt: "2026-09-01T12:00:00.000Z",
  anchor: {
    sourceType: "study",
    sourceId: "NCT99000001",
    fieldPath: "criteria.I2",
    revision: "2026-08-01",
    textSha256: "0".repeat(64),
    exact: "menos de 6 horas",
    prefix: "Duerme ",
    suffix: " al día",
    start: 7,
    end: 23,
  },
};

it("a note goes with its quote, where it stands, and nothing else of the device", () => {
  const payload = sharePayloadOf([note], "  ");
  expect(payload).toEqual({
    version: 1,
    notes: [
      {
        text: "¿Cuenta la siesta?",
        writtenAt: "2026-09-01T12:00:00.000Z",
        quote: {
          text: "menos de 6 horas",
          source: "A study of sleep · Quién puede participar",
          page: "/es/studies/NCT99000001",
          revision: "2026-08-01",
        },
      },
    ],
  });
  expect(parseSharePayload(payload)).toMatchObject({ ok: true });
});

it("a name goes along only when one was given; a page without a date names no revision", () => {
  const undated = {
    ...note,
    language: "en",
    heading: "",
    anchor: { ...note.anchor, revision: "" },
  };
  const payload = sharePayloadOf([undated], " Amara ");
  expect(payload.authorName).toBe("Amara");
  expect(payload.notes[0]?.quote).toEqual({
    text: "menos de 6 horas",
    source: "A study of sleep",
    page: "/studies/NCT99000001",
  });
  expect(parseSharePayload(payload)).toMatchObject({ ok: true });
});
