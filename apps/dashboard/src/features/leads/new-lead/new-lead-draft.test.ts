import { describe, expect, it } from "vitest";
import { checkNewLead, isUntouched, readNewLead } from "./new-lead-draft";

const place = { siteId: 3, studyId: 7 };
const typed = readNewLead(
  JSON.stringify({ firstName: "Nadia", lastName: "Quill", phone: "+1 312 555 0177", agreedTo: 12 }),
);

describe("a new lead that is being typed", () => {
  it("comes back after a reload, whatever was kept", () => {
    expect(readNewLead(JSON.stringify(typed))).toEqual(typed);
    expect(readNewLead("")).toMatchObject({ firstName: "", source: "phone_call" });
    expect(readNewLead('{"firstName":7,"lastName":"Quill","source":"import","siteId":-1}')).toEqual(
      {
        ...readNewLead(""),
        lastName: "Quill",
      },
    );
    expect(isUntouched(readNewLead('{"siteId":3,"source":"event"}'))).toBe(true);
    expect(isUntouched(typed)).toBe(false);
  });

  it("is sent with the wording that the person agreed to", () => {
    expect(checkNewLead(typed, place, 12)).toEqual({
      input: {
        ...place,
        ...{ firstName: "Nadia", lastName: "Quill", phone: "+1 312 555 0177", email: "" },
        ...{ language: null, source: "phone_call", message: null },
        ...{ consentTextId: 12, consentGiven: true },
      },
    });
  });

  it("needs the yes again where another wording is shown, and while none is", () => {
    for (const shown of [13, undefined]) {
      expect(checkNewLead(typed, place, shown)).toMatchObject({
        problems: { consentGiven: expect.stringContaining("Read the consent text") },
      });
    }
  });

  it("says everything that is missing at once", () => {
    const said = checkNewLead(readNewLead(""), { siteId: 3, studyId: undefined }, undefined);
    expect(Object.keys("problems" in said ? said.problems : {}).toSorted()).toEqual(
      ["consentGiven", "firstName", "lastName", "phone", "studyId"].toSorted(),
    );
  });
});
