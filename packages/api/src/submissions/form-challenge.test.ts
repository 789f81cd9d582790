import { inTransaction } from "@studydesk/db/open-database";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import fc from "fast-check";
import { expect, it } from "vitest";
import { buildDeps } from "../testing/build-deps";
import { solveFormChallenge } from "../testing/solve-form-challenge";
import { createFormChallenge, readProof, spendProof } from "./form-challenge";

describeOnEveryEngine("the sum that a browser does", (openTestDatabase) => {
  const build = async () => buildDeps((await openTestDatabase()).db);

  it("is right once, also when it comes twice at the same moment", async () => {
    const deps = await build();
    const proof = await readProof(deps, await solveFormChallenge(deps));
    expect(proof).toMatchObject({ proof: "solved" });
    const spend = () => inTransaction(deps.db, (trx) => spendProof(trx, proof, deps.now()));
    const spent = await Promise.all([spend(), spend(), spend()]);
    expect(spent.toSorted()).toEqual(["bad", "bad", "solved"]);
  });

  it("is known as used when it comes again", async () => {
    const deps = await build();
    const sent = await solveFormChallenge(deps);
    const proof = await readProof(deps, sent);
    await inTransaction(deps.db, (trx) => spendProof(trx, proof, deps.now()));
    expect(await readProof(deps, sent)).toEqual({ proof: "bad" });
    expect(await readProof(deps, await solveFormChallenge(deps))).toMatchObject({
      proof: "solved",
    });
  });

  it("stays good for the next try when the message was not kept", async () => {
    const deps = await build();
    const sent = await solveFormChallenge(deps);
    const proof = await readProof(deps, sent);
    const broken = inTransaction(deps.db, async (trx) => {
      await spendProof(trx, proof, deps.now());
      throw new Error("The disk is full.");
    });
    await expect(broken).rejects.toThrow("disk");
    expect(await readProof(deps, sent)).toMatchObject({ proof: "solved" });
  });

  it("is too old after two hours", async () => {
    const deps = await build();
    const sent = await solveFormChallenge(deps);
    deps.clock.advance(2 * 3_600_000);
    expect(await readProof(deps, sent)).toEqual({ proof: "bad" });
  });

  it("is not taken with another's signature, an easier sum or a later end", async () => {
    const deps = await build();
    const challenge = await createFormChallenge(deps);
    const { parameters } = challenge;
    const own = buildDeps(deps.db, {
      keys: { ...deps.keys, challenges: { signature: "x", key: "y" } },
    });
    const foreign = await createFormChallenge(own);
    const changed = [
      foreign,
      { ...challenge, parameters: { ...parameters, cost: 1 } },
      { ...challenge, parameters: { ...parameters, keyPrefix: "00" } },
      { ...challenge, parameters: { ...parameters, data: { until: 9e15 } } },
      { ...challenge, signature: "00" },
    ];
    for (const each of changed) {
      const solution = await solveChallenge({ challenge: each, deriveKey, timeout: 300 });
      const sent = { challenge: each, solution: solution ?? { counter: 1, derivedKey: "00" } };
      expect(await readProof(deps, JSON.stringify(sent))).toEqual({ proof: "bad" });
    }
  });

  it("is none where nothing came, and wrong where nonsense came", async () => {
    const deps = await build();
    expect(await readProof(deps, "")).toEqual({ proof: "none" });
    const real = JSON.parse(await solveFormChallenge(deps));
    const part = fc.constantFrom("challenge", "solution");
    await fc.assert(
      fc.asyncProperty(fc.json(), part, async (nonsense, name) => {
        expect(await readProof(deps, nonsense)).toEqual({ proof: "bad" });
        const half = { ...real, [name]: JSON.parse(nonsense) };
        expect(await readProof(deps, JSON.stringify(half))).toEqual({ proof: "bad" });
      }),
      { numRuns: 50 },
    );
  });
});
