import { expect, it } from "vitest";
import { backupName } from "./backup-names";
import { readKeep } from "./read-keep";
import { namesToKeep } from "./rotate-backups";

const day = 86_400_000;
/** Two a day for 500 days, the last one at noon of a Monday. */
const last = Date.parse("2026-11-23T12:00:00Z");
const names = Array.from({ length: 1000 }, (_, half) =>
  backupName(new Date(last - (half * day) / 2), half % 3 === 0),
);

it("keeps the newest of each of the last days, weeks and months", () => {
  const kept = [...namesToKeep(names, { days: 3, weeks: 3, months: 3 })].sort().reverse();
  expect(
    kept.map((name) => name.slice("studydesk-".length, "studydesk-2026-11-23T12".length)),
  ).toEqual([
    "2026-11-23T12",
    "2026-11-22T12",
    "2026-11-21T12",
    "2026-11-15T12",
    "2026-10-31T12",
    "2026-09-30T12",
  ]);
});

it("deletes nothing while there are fewer than are kept, and takes nothing else for a backup", () => {
  const few = names.filter((_, half) => half % 2 === 0).slice(0, 5);
  const strange = [
    "studydesk.db",
    "studydesk-2026-13-41T990000Z.db",
    "notes.txt",
    `${names[0]}.json`,
  ];
  expect(namesToKeep([...few, ...strange], { days: 7, weeks: 4, months: 12 })).toEqual(
    new Set(few),
  );
});

it.each([
  ["7/4/12", { days: 7, weeks: 4, months: 12 }],
  ["30", { days: 30, weeks: 0, months: 0 }],
  ["0/4", undefined],
  ["7/-1", undefined],
  ["all", undefined],
])("reads %s", (text, keep) => {
  expect(readKeep(text)).toEqual(keep);
});
