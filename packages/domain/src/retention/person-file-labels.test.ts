import { describe, expect, it } from "vitest";
import { contactChannelLabels, contactOutcomeLabels } from "../contact/contact-attempt";
import { hoursWords } from "../contact/contact-preference";
import { contactReasonLabels } from "../contact/contact-reason";
import { mergeFieldLabels } from "../duplicates/merge-fields";
import { rowReasonLabels } from "../imports/row-problems";
import { activitySchema } from "../leads/activity";
import { leadFactNames } from "../leads/lead-facts";
import { leadSourceLabels } from "../leads/lead-source";
import { leadStatusLabels } from "../leads/lead-status";
import { statusReasonLabels } from "../leads/status-reasons";
import { undoFieldWords } from "../leads/undo";
import { mailStatusLabels } from "../outbox/mail";
import { roleLabels } from "../people/viewer";
import { publicLanguages } from "../public-language";
import { skipReasonLabels } from "../queue/skip-lead";
import { reviewDecisionLabels } from "../reviews/review";
import { answerLabels, evidenceSourceLabels } from "../screening/answer";
import { visitStateLabels } from "../visits/visit-states";
import { findPersonFileLabel } from "./person-file-labels";
import { personFileValue } from "./person-file-values";

describe("the labels of a copy of somebody's data", () => {
  it("name everything that a line of the timeline can hold, in every public language", () => {
    const names = new Set(
      activitySchema.options
        .flatMap(({ shape }) => Object.keys(shape))
        .filter((name) => !/^(kind|.*Id)$/.test(name)),
    );
    for (const fact of leadFactNames) names.add(fact);
    expect(names.size).toBeGreaterThan(20);
    for (const language of publicLanguages) {
      const missing = [...names].filter((name) => !findPersonFileLabel(name, language));
      expect(missing).toEqual([]);
    }
  });

  it("are none for a name that is no line's, whatever objects inherit", () => {
    for (const name of ["toString", "constructor", "shoeSize"]) {
      expect(findPersonFileLabel(name, "en")).toBeUndefined();
    }
  });

  it("say who and what in the reader's language, and leave people's own words alone", () => {
    expect(personFileValue("role", "Admin, Coordinator", "es")).toBe(
      "Administración, Coordinación",
    );
    expect(personFileValue("by", "You, or the program", "ar")).toBe("أنت أو البرنامج");
    expect(personFileValue("what", "Opened", "en")).toBe("Opened");
    expect(personFileValue("message", "Opened", "zh")).toBe("Opened");
    expect(personFileValue("what", "toString", "zh")).toBe("toString");
  });

  it("have every word of the desk's lists in every public language", () => {
    const lists = [
      ...[contactChannelLabels, contactOutcomeLabels, contactReasonLabels, hoursWords],
      ...[leadSourceLabels, leadStatusLabels, statusReasonLabels, skipReasonLabels],
      ...[undoFieldWords, mergeFieldLabels, rowReasonLabels, mailStatusLabels, roleLabels],
      ...[reviewDecisionLabels, answerLabels, evidenceSourceLabels, visitStateLabels],
    ];
    const words = lists.flatMap((list) => Object.values<string>(list));
    expect(words.length).toBeGreaterThan(120);
    for (const language of publicLanguages.filter((each) => each !== "en")) {
      const missing = words.filter((word) => personFileValue("status", word, language) === word);
      expect(missing).toEqual([]);
    }
  });
});
