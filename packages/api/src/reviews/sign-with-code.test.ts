import type { Db } from "@studydesk/db/open-database";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { TOTP } from "otpauth";
import { expect, it } from "vitest";
import { refusalOf } from "../testing/build-desk";
import { buildReview, signingPassword } from "../testing/build-review";

const countSignatures = async (db: Db) =>
  (await db.selectFrom("signatures").select("id").execute()).length;

describeOnEveryEngine("signing with a second factor", (openTestDatabase) => {
  it("asks for a code that was not used, and locks after three wrong ones as after wrong passwords", async () => {
    const { db } = await openTestDatabase();
    const { deps, asInes, onPage } = await buildReview(db);
    const { secondFactor } = asInes.people;
    const { key } = await secondFactor.begin({ password: signingPassword });
    const codeNow = () => new TOTP({ secret: key }).generate({ timestamp: deps.now().getTime() });
    await secondFactor.confirm({ code: codeNow() });
    const sign = async (proof: { password: string; code?: string }) =>
      refusalOf(asInes.reviews.sign({ ...(await onPage()), proof, decision: "eligible" }));
    const password = signingPassword;

    // Being asked costs no try.
    for (let asked = 0; asked < 4; asked++) {
      expect(await sign({ password })).toEqual({ code: "invalid", reason: "code_needed" });
    }
    expect(await sign({ password, code: codeNow() })).toMatchObject({ reason: "code_used" });
    expect(await sign({ password, code: "000000" })).toMatchObject({ reason: "wrong_code" });
    expect(await sign({ password: "another", code: codeNow() })).toMatchObject({
      reason: "signing_locked",
    });
    deps.clock.advance(30_000);
    expect(await sign({ password, code: codeNow() })).toMatchObject({ reason: "signing_locked" });
    expect(await countSignatures(db)).toBe(0);
    deps.clock.advance(30 * 60_000);
    await asInes.reviews.sign({
      ...(await onPage()),
      ...{ proof: { password, code: codeNow() }, decision: "eligible" },
    });
    expect(await countSignatures(db)).toBe(1);
  });
});
