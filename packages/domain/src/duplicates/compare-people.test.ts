import { describe, expect, it } from "vitest";
import { comparePeople, type PersonToCompare } from "./compare-people";
import { nameLikeness, slipsBetween } from "./name-likeness";
import { phoneLikeness, phonesLike } from "./phone-likeness";

const amara: PersonToCompare = {
  firstName: "Amara",
  lastName: "Voss",
  emailFolded: "amara.voss@example.org",
  phone: "+13125550142",
  phoneTyped: "(312) 555-0142",
  birthYear: 1968,
};

const somebody: PersonToCompare = {
  firstName: "Theo",
  lastName: "Lindqvist",
  emailFolded: "theo@example.com",
  phone: "+13125550199",
  phoneTyped: "312 555 0199",
  birthYear: 1990,
};

const name = (text: string) => {
  const [firstName = "", lastName = ""] = text.split("|");
  return { firstName, lastName };
};

describe("names", () => {
  it.each([
    ["Amara|Voss", "Voss|Amara", "same"],
    ["José|Núñez", "jose|nunez", "same"],
    ["Mary-Ann|O’Neill", "Mary Ann|ONeill", "same"],
    ["小明|李", "李|小明", "same"],
    ["محمد|علي", "علي|محمد", "same"],
    ["Katharina|Lindqvist", "Katarina|Lindqvist", "like"],
    ["Katharina|Lindqvist", "Katarina|Lindqivst", "like"],
    ["Amara|Voss", "Amara Louise|Voss", "like"],
    ["A.|Voss", "Amara|Voss", "like"],
    ["Amara|Voss", "Amraa|Voss", "like"],
    ["Amara|Voss", "Theo|Voss", "different"],
    ["Amara|Voss", "Amara|Lindqvist", "different"],
    ["A.|V.", "Amara|Voss", "different"],
    ["Li|Wu", "Le|Wu", "different"],
    ["Jan|Berg", "Jon|Berg", "different"],
    ["小明|李", "小华|李", "different"],
    ["明|李", "小明|李", "different"],
    ["Amara|", "Amara|Voss", "different"],
    ["|", "|", "different"],
  ] as const)("takes “%s” and “%s” for %s", (one, other, likeness) => {
    expect(nameLikeness(name(one), name(other))).toBe(likeness);
    expect(nameLikeness(name(other), name(one))).toBe(likeness);
  });

  it.each([
    ["voss", "voss", 0],
    ["voss", "vos", 1],
    ["voss", "vsos", 1],
    ["voss", "boss", 1],
    ["voss", "bass", 2],
    ["voss", "lindqvist", 3],
  ])("counts the slips between “%s” and “%s”", (one, other, slips) => {
    expect(slipsBetween(one, other, 2)).toBe(slips);
  });
});

describe("telephone numbers", () => {
  const phone = (e164: string | null, phoneTyped = e164 ?? "") => ({ phone: e164, phoneTyped });
  it.each([
    [phone("+13125550142"), phone("+13125550142"), "same"],
    [phone("+13125550142"), phone(null, "555-0142"), "same"],
    [phone("+442079460018"), phone(null, "0 20 7946 0018"), "same"],
    [phone(null, "0 20 7946 0018"), phone(null, "020-79460018"), "same"],
    [phone("+13125550142"), phone("+13125550143"), "like"],
    [phone("+13125550142"), phone("+13125550124"), "like"],
    [phone("+13125550142"), phone("+13125550111"), "different"],
    [phone("+13125550142"), phone("+131255501422"), "different"],
    [phone(null, "0142"), phone("+13125550142"), "different"],
    [phone(null, ""), phone(null, ""), "different"],
  ] as const)("compares %o with %o", (one, other, likeness) => {
    expect(phoneLikeness(one, other)).toBe(likeness);
    expect(phoneLikeness(other, one)).toBe(likeness);
  });

  it("names every number that is a slip away, and itself not", () => {
    const phones = phonesLike("+13125550142");
    expect(phones).toContain("+13125550143");
    expect(phones).toContain("+13125550124");
    expect(phones).not.toContain("+13125550142");
    for (const like of phones) {
      expect(phoneLikeness(phone("+13125550142"), phone(like))).toBe("like");
    }
  });
});

describe("two leads", () => {
  it.each<[string, Partial<PersonToCompare>, string]>([
    [
      "the same address and name",
      { emailFolded: amara.emailFolded, firstName: "Amara", lastName: "Voss", birthYear: null },
      "95 same_email same_name",
    ],
    [
      "the same number and a name with a slip",
      { phone: amara.phone, firstName: "Amarra", lastName: "Voss", birthYear: null },
      "90 same_phone like_name",
    ],
    [
      "the same name and year",
      { firstName: "Voss", lastName: "Amara", birthYear: 1968 },
      "80 same_name same_birth_year",
    ],
    [
      "a similar name and the same year",
      { firstName: "Amarra", lastName: "Voss", birthYear: 1968 },
      "55 like_name same_birth_year",
    ],
    [
      "a similar name at another provider",
      {
        firstName: "Amarra",
        lastName: "Voss",
        birthYear: null,
        emailFolded: "amara.voss@example.net",
      },
      "70 like_name same_mailbox",
    ],
    [
      "the same name and a number with a slip",
      { firstName: "Amara", lastName: "Voss", birthYear: null, phone: "+13125550124" },
      "75 same_name like_phone",
    ],
  ])("are offered for %s", (_, changes, expected) => {
    const likeness = comparePeople(amara, { ...somebody, ...changes });
    expect(`${likeness?.strength} ${likeness?.reasons.join(" ")}`).toBe(expected);
    expect(comparePeople({ ...somebody, ...changes }, amara)).toEqual(likeness);
  });

  it.each<[string, Partial<PersonToCompare>]>([
    ["a telephone with other names", { phone: amara.phone }],
    ["an address with other names", { emailFolded: amara.emailFolded }],
    ["a telephone, a surname and another year", { phone: amara.phone, lastName: "Voss" }],
    ["everything but the year: father and son", { ...amara, birthYear: 1995 }],
  ])("that share %s may be a family, and are offered last", (_, changes) => {
    const likeness = comparePeople(amara, { ...somebody, ...changes });
    expect(likeness?.reasons).toContain("maybe_family");
    expect(likeness?.strength).toBeLessThanOrEqual(50);
  });

  it.each<[string, Partial<PersonToCompare>]>([
    ["a name alone", { firstName: "Amara", lastName: "Voss", birthYear: null }],
    ["a name with another year", { firstName: "Amara", lastName: "Voss" }],
    ["a surname and a year", { lastName: "Voss", birthYear: 1968 }],
    ["a year alone", { birthYear: 1968 }],
    ["a number with a slip and another name", { phone: "+13125550143" }],
    ["the same mailbox and another name", { emailFolded: "amara.voss@example.net" }],
    ["nothing", {}],
  ])("are not offered for %s", (_, changes) => {
    expect(comparePeople(amara, { ...somebody, ...changes })).toBeUndefined();
  });

  it("does not take an office's mailbox for a person's", () => {
    const one = { ...amara, birthYear: null, emailFolded: "info@example.org" };
    const other = { ...one, phone: "+13125550177", emailFolded: "info@example.com" };
    expect(comparePeople(one, other)).toBeUndefined();
  });

  it("knows nothing of people who left nothing", () => {
    const nobody = {
      firstName: "",
      lastName: "",
      emailFolded: "",
      phone: null,
      phoneTyped: "",
      birthYear: null,
    };
    expect(comparePeople(nobody, nobody)).toBeUndefined();
  });
});
