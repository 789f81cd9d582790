import { findInstallation } from "@studydesk/db/people/installation-queries";
import { findPersonByEmail } from "@studydesk/db/people/person-queries";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { buildDeps } from "../testing/build-deps";
import { setUpOwner } from "./set-up-owner";

const owner = {
  email: "olga@example.org",
  name: "Olga Owner",
  password: "velvet teapot rides north",
};

describeOnEveryEngine("setUpOwner", (openTestDatabase) => {
  it("makes the one owner, and refuses a second without a trace", async () => {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const { userId } = await setUpOwner(deps, owner);
    expect(await findInstallation(db)).toEqual({ ownerUserId: userId, isDemo: false });
    await expect(setUpOwner(deps, { ...owner, email: "second@example.org" })).rejects.toMatchObject(
      { code: "rule_broken", reason: "already_set_up" },
    );
    expect(await findPersonByEmail(db, "second@example.org")).toBeUndefined();
  });

  it("lets one of several at the same moment win", async () => {
    const { db } = await openTestDatabase();
    const deps = buildDeps(db);
    const results = await Promise.allSettled(
      ["a", "b", "c"].map((name) => setUpOwner(deps, { ...owner, email: `${name}@example.org` })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await db.selectFrom("user").select("id").execute()).toHaveLength(1);
  });

  it("takes no password that a guesser would try", async () => {
    const { db } = await openTestDatabase();
    await expect(
      setUpOwner(buildDeps(db), { ...owner, password: "passwordpassword" }),
    ).rejects.toMatchObject({ reason: "common" });
    expect(await findInstallation(db)).toBeUndefined();
  });
});
