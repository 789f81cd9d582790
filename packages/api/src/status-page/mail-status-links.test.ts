import { buildPerson } from "@studydesk/db/testing/build-people";
import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { expect, it } from "vitest";
import { receiveSubmission } from "../submissions/receive-submission";
import { buildCaller } from "../testing/build-caller";
import { ana, network, sender } from "../testing/build-form";
import { buildOwnPage, tokensIn } from "../testing/build-own-page";
import { buildRecruitingStudy } from "../testing/build-recruiting-study";
import { mailStatusLinks, sendAgainLimit } from "./mail-status-links";
import { readStatusPage } from "./read-status-page";

describeOnEveryEngine("a private link, sent again", (openTestDatabase) => {
  it("goes to the address that wrote, one mail with every request, in the page's language", async () => {
    const { db } = await openTestDatabase();
    const { deps, site, rows } = await buildOwnPage(db);
    const second = await buildRecruitingStudy(deps, {
      nctId: "NCT99000002",
      title: "A study of evening light",
      siteIds: [site.id],
    });
    await receiveSubmission(deps, sender, { nctId: second.nctId, body: ana });
    await mailStatusLinks(deps, { email: "ANA@Example.org", language: "es" });
    const mails = (await rows.outbox()).filter(({ kind }) => kind === "status_link");
    expect(mails).toMatchObject([
      { toAddress: ana.email, siteId: null, subject: "Su enlace privado" },
    ]);
    const text = mails[0]?.textBody ?? "";
    expect(text).toContain("A study of morning walks");
    const titles = [];
    for (const token of tokensIn(text)) {
      const { study } = await readStatusPage(deps, { token, network }, "es");
      titles.push(study.title);
    }
    expect(titles).toEqual(["A study of evening light", "A study of morning walks"]);
    expect(text).toContain("/es/status/");
  });

  it("names a study as its page does, by the study team's wording in the reader's language", async () => {
    const { db } = await openTestDatabase();
    const { deps, rows, lead } = await buildOwnPage(db);
    const owner = await buildPerson(db, { isOwner: true });
    const { studyTexts } = buildCaller(deps, owner);
    const place = { studyId: (await lead()).studyId, language: "es", field: "title" } as const;
    const [title] = (await studyTexts.read(place)).passages;
    const words = { sourceSha256: title?.sourceSha256 ?? "", text: "Caminar por la mañana" };
    await studyTexts.save({ ...place, ...words, expectedVersion: null });
    for (const language of ["es", "zh"] as const) {
      await mailStatusLinks(deps, { email: ana.email, language });
    }
    const [es = "", zh = ""] = (await rows.outbox())
      .filter(({ kind }) => kind === "status_link")
      .map(({ textBody }) => textBody);
    expect(es).toContain("Caminar por la mañana");
    expect(es).not.toContain("A study of morning walks");
    expect(zh).toContain("A study of morning walks");
  });

  it("writes to nobody who is unknown here, and leaves no trace of having been asked but a hashed count", async () => {
    const { db } = await openTestDatabase();
    const { deps, rows } = await buildOwnPage(db);
    const before = [await rows.outbox(), await rows.audit(), await rows.events()];
    await mailStatusLinks(deps, { email: "nobody@example.com", language: "en" });
    expect([await rows.outbox(), await rows.audit(), await rows.events()]).toEqual(before);
    expect(JSON.stringify(await rows.limits())).not.toContain("nobody");
  });

  it("writes to one address only so often, however often it is asked", async () => {
    const { db } = await openTestDatabase();
    const { deps, rows } = await buildOwnPage(db);
    const count = async () =>
      (await rows.outbox()).filter(({ kind }) => kind === "status_link").length;
    for (let asked = 0; asked < sendAgainLimit.most + 3; asked += 1) {
      await mailStatusLinks(deps, { email: ana.email, language: "en" });
    }
    expect(await count()).toBe(sendAgainLimit.most);
    deps.clock.advance(sendAgainLimit.windowSeconds * 1000);
    await mailStatusLinks(deps, { email: ana.email, language: "en" });
    expect(await count()).toBe(sendAgainLimit.most + 1);
  });
});
