// What the measured requests are about, picked from the made-up data once, so that every server is asked
// for the same.
import { openPlainDatabase } from "./plain-database";

export interface Sample {
  leads: number;
  /** Spread over the whole table; few enough that each was opened, and that audited, before anything counts. */
  leadIds: readonly number[];
  /** Words of names, in both writings, and addresses. */
  terms: readonly string[];
  /** Which of them the list is narrowed to. */
  filter: { studyId: number; status: "contacting" };
  /** Where new leads go. */
  place: { studyId: number; siteId: number };
  /** The row that the deep page comes after, as its number and as a place in the order. */
  deep: { row: number; createdAt: string; id: number };
  /** Leads that go back and forth between being pre-screened and having declined. */
  movable: readonly { id: number; version: number; status: "pre_screening" | "declined" }[];
}

const terms = [
  ...["whitlock", "okonjo", "fairweather", "sandoval", "pemberly", "carrasco", "huang"],
  ...["tamsin voss", "hana osei", "ortuno raul", "petit", "zhiyuan liu"],
  ...["person1234", "person777@example.org"],
];

export function readSample(plainFile: string): Sample {
  const db = openPlainDatabase(plainFile);
  try {
    const [{ leads } = { leads: 0 }] = db
      .prepare<[], { leads: number }>("select count(*) as leads from leads")
      .all();
    const row = Math.min(Math.floor(leads * 0.9), leads - 60);
    const deep = db
      .prepare<[number], { createdAt: string; id: number }>(
        "select createdAt, id from leads order by createdAt desc, id desc limit 1 offset ?",
      )
      .get(row - 1);
    const movable = db
      .prepare<[], Sample["movable"][number]>(
        "select id, version, status from leads where status in ('pre_screening', 'declined') and doNotContact = 0 order by id limit 400",
      )
      .all();
    const leadIds = db
      .prepare<[number], { id: number }>("select id from leads where id % ? = 1 order by id")
      .all(Math.max(1, Math.floor(leads / 200)))
      .map(({ id }) => id);
    const study = db
      .prepare<[], { studyId: number }>(
        "select studyId from leads where status = 'contacting' group by studyId order by count(*) desc limit 1",
      )
      .get();
    const place = db
      .prepare<[], Sample["place"]>("select studyId, siteId from leads order by id limit 1")
      .get();
    if (!deep || !study || !place) throw new Error("There are too few leads to measure with.");
    return {
      leads,
      leadIds,
      terms,
      place,
      filter: { studyId: study.studyId, status: "contacting" },
      deep: { row, ...deep },
      movable,
    };
  } finally {
    db.close();
  }
}

/** A person who is not there yet, another one with every call. */
export function createNewPeople(): () => {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
} {
  let made = 0;
  return () => {
    made += 1;
    return {
      firstName: `Nadia${made}`,
      lastName: "Measured",
      email: `measured${made}@example.org`,
      phone: "",
    };
  };
}

/** Back and forth: each lead is moved on from where the last move left it. Its own leads for each connection. */
export function createMoves(sample: Sample, connections: number) {
  const leads = sample.movable.map((lead) => ({ ...lead }));
  const turns = Array<number>(connections).fill(0);
  return (connection: number) => {
    const own = Math.floor(leads.length / connections);
    const turn = turns[connection] ?? 0;
    turns[connection] = turn + 1;
    const lead = leads[connection * own + (turn % own)];
    if (!lead) throw new Error("There are too few leads to move.");
    const expectedVersion = lead.version;
    const to = lead.status === "declined" ? ("pre_screening" as const) : ("declined" as const);
    const reason = to === "declined" ? ("none_given" as const) : ("person_asked" as const);
    lead.status = to;
    lead.version += 1;
    return { id: lead.id, to, reason, expectedVersion };
  };
}
