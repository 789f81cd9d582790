import { expect, it } from "vitest";
import { buildStudy } from "../testing/build-lead";
import { describeOnEveryEngine } from "../testing/every-engine";
import {
  findRegistryCheck,
  listStudiesToCheck,
  saveRegistryCheck,
  saveRegistryProblem,
} from "./registry-check-queries";

const found = { problem: null, foundRecord: "{}", foundSha256: "f" };

describeOnEveryEngine("looks at the registry", (openTestDatabase) => {
  it("are due when they are long ago, sooner after a problem, and first where there was none", async () => {
    const { db } = await openTestDatabase();
    const ids: number[] = [];
    for (let count = 0; count < 5; count += 1) ids.push(await buildStudy(db));
    const [recent = 0, old = 0, never = 0, failed = 0, failedNow = 0] = ids;
    await saveRegistryCheck(db, { studyId: recent, checkedAt: "2026-09-01T11:00", ...found });
    await saveRegistryCheck(db, { studyId: old, checkedAt: "2026-08-30T12:00", ...found });
    const problem = "It was not reached.";
    await saveRegistryProblem(db, { studyId: failed, checkedAt: "2026-09-01T10:00", problem });
    await saveRegistryProblem(db, { studyId: failedNow, checkedAt: "2026-09-01T11:59", problem });
    const due = await listStudiesToCheck(db, {
      before: "2026-08-31T12:00",
      problemsBefore: "2026-09-01T11:00",
      limit: 10,
    });
    expect(due.map(({ id }) => id)).toEqual([never, old, failed]);
  });

  it("keep what was found when a later one fails, and drop the problem when one succeeds", async () => {
    const { db } = await openTestDatabase();
    const studyId = await buildStudy(db);
    await saveRegistryCheck(db, { studyId, checkedAt: "2026-09-01T11:00", ...found });
    await saveRegistryProblem(db, { studyId, checkedAt: "2026-09-01T12:00", problem: "No." });
    expect(await findRegistryCheck(db, studyId)).toEqual({
      studyId,
      checkedAt: "2026-09-01T12:00",
      ...found,
      problem: "No.",
    });
    await saveRegistryCheck(db, { studyId, checkedAt: "2026-09-01T13:00", ...found });
    expect((await findRegistryCheck(db, studyId))?.problem).toBeNull();
  });
});
