import { describe, expect, it } from "vitest";
import { createAnswerSender, type SendResult } from "./answer-sender";
import type { LineDrafts } from "./line-drafts";
import type { AnswerCriterion, GivenAnswer } from "./screening-types";

const line = { lineId: 7, criterionId: 11, standing: null };
const other = { lineId: 8, criterionId: 12, standing: null };

const standing: GivenAnswer = {
  ...{ id: 40, criterionId: 11, versionNumber: 1, answer: "met", value: true, evidence: null },
  ...{ source: null, answeredAt: "", answeredBy: "u", answeredByName: "Kim", updatedAt: "" },
  ...{ replacedAt: null, askedAs: null },
};

/** A server that answers when it is told to, and a clock that rings when it is told to. */
function open(kept: LineDrafts = {}) {
  const sent: AnswerCriterion[] = [];
  const waiting: ((result: SendResult) => void)[] = [];
  let alarm: (() => void) | undefined;
  const box = { kept };
  const sender = createAnswerSender({
    leadId: 1,
    read: () => box.kept,
    keep: (drafts) => {
      box.kept = drafts;
    },
    send: (input) => {
      sent.push(input);
      return new Promise((resolve) => waiting.push(resolve));
    },
    after(_ms, run) {
      alarm = run;
      return () => {
        alarm = undefined;
      };
    },
  });
  return {
    sender,
    sent,
    box,
    rest: () => alarm?.(),
    async answer(result: SendResult) {
      waiting.shift()?.(result);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe("sending answers", () => {
  it("sends a press at once and keeps it until the server has it", async () => {
    const { sender, sent, box, answer } = open();
    sender.edit(line, { value: true });
    expect(sent).toEqual([
      {
        ...{ leadId: 1, criterionId: 11, expectedAnswerId: null, value: true },
        ...{ evidence: null, source: null },
      },
    ]);
    expect(box.kept).toHaveProperty("7.value", true);
    await answer({ kind: "saved", answerId: 40 });
    expect(box.kept).toEqual({});
  });

  it("sends text when the hand rests, as what was said unless it is said otherwise", async () => {
    const { sender, sent, rest, answer } = open();
    sender.edit({ ...line, standing }, { evidence: "Sle" });
    sender.edit({ ...line, standing }, { evidence: "Sleeps badly " });
    expect(sent).toEqual([]);
    rest();
    expect(sent).toMatchObject([
      { expectedAnswerId: 40, value: true, evidence: "Sleeps badly", source: "said" },
    ]);
    await answer({ kind: "saved", answerId: 40 });
    expect(sender.drafts()).toEqual({});
  });

  it("sends one after the other, and what was typed meanwhile on top of the answer that it made", async () => {
    const { sender, sent, answer } = open();
    sender.edit(line, { value: true });
    sender.edit(other, { value: false });
    sender.edit(line, { evidence: "Told so" });
    expect(sent).toHaveLength(1);
    await answer({ kind: "saved", answerId: 40 });
    await answer({ kind: "saved", answerId: 41 });
    await answer({ kind: "saved", answerId: 42 });
    expect(
      sent.map(({ criterionId, expectedAnswerId, value, evidence }) => [
        ...[criterionId, expectedAnswerId, value, evidence],
      ]),
    ).toEqual(
      expect.arrayContaining([
        [11, null, true, null],
        [12, null, false, null],
        [11, 40, true, "Told so"],
      ]),
    );
    expect(sender.drafts()).toEqual({});
  });

  it("keeps text without an answer here, until there is one", async () => {
    const { sender, sent, rest, box } = open();
    sender.edit(line, { evidence: "Takes pills" });
    rest();
    expect(sent).toEqual([]);
    expect(box.kept).toHaveProperty("7.evidence", "Takes pills");
    sender.edit(line, { value: null });
    expect(sent).toMatchObject([{ value: null, evidence: "Takes pills" }]);
  });

  it("keeps half a number to itself, and drops what was emptied again", () => {
    const { sender, sent, rest, box } = open();
    sender.edit(line, { typed: "5" });
    rest();
    expect(sent).toEqual([]);
    sender.edit(line, { typed: "52", value: 52 });
    expect(sent).toMatchObject([{ value: 52 }]);
    sender.edit(other, { typed: "1" });
    sender.edit(other, { typed: "" });
    expect(Object.keys(box.kept)).toEqual(["7"]);
  });

  it("leaves a crossing to the person: nothing is sent again before they insist", async () => {
    const { sender, sent, answer } = open();
    sender.edit(line, { value: false });
    await answer({ kind: "crossed" });
    sender.flush();
    expect(sent).toHaveLength(1);
    expect(sender.drafts()).toHaveProperty("7.isCrossed", true);
    sender.insist(7, 11, standing);
    expect(sent.at(-1)).toMatchObject({ expectedAnswerId: 40, value: false });
    await answer({ kind: "saved", answerId: 41 });
    expect(sender.drafts()).toEqual({});
  });

  it("keeps what was refused or never arrived, and sends it after a reload", async () => {
    const before = open();
    before.sender.edit(line, { value: true });
    await before.answer({ kind: "not_sent" });
    before.sender.edit(other, { value: true });
    await before.answer({ kind: "saved", answerId: 1 });
    await before.answer({ kind: "refused", sentence: "This lead is closed." });
    expect(Object.keys(before.box.kept)).toEqual(["8"]);

    const after = open({ "9": { lineId: 9, criterionId: 13, base: null, value: true } });
    after.sender.flush();
    expect(after.sent).toMatchObject([{ criterionId: 13, value: true }]);
  });
});
