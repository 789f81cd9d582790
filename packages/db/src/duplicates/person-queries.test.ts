import { expect, it } from "vitest";
import { buildLead, buildStudy } from "../testing/build-lead";
import { buildSite } from "../testing/build-people";
import { describeOnEveryEngine } from "../testing/every-engine";
import { listCompared, listLikePeople } from "./person-queries";

describeOnEveryEngine("people worth comparing", (openTestDatabase) => {
  it("share an address, a mailbox, a number, nearly a number, digits as typed, or a year and a first letter", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const { id: elsewhere } = await buildSite(db);
    const studyId = await buildStudy(db);
    const here = { siteId, studyId, firstName: "Theo", lastName: "Quill", birthYear: 1990 };
    const amara = await buildLead(db, { siteId, studyId, birthYear: 1968 });
    const build = (changes: Partial<typeof amara>) =>
      buildLead(db, { ...here, email: "theo@example.com", phone: "+13125550199", ...changes });
    const like = [
      await build({ email: "Amara.Voss@example.org" }),
      await build({ email: "amara.voss@example.net" }),
      await build({ phone: "+13125550142" }),
      await build({ phone: "+13125550124" }),
      await build({ lastName: "Vossberg", sortName: "vossberg theo", birthYear: 1968 }),
    ];
    await build({});
    await build({ email: "amara.vossen@example.org" });
    await build({ lastName: "Vossberg", sortName: "vossberg theo" });
    await build({ siteId: elsewhere, email: "amara.voss@example.org", phone: "+13125550142" });
    await build({ studyId: await buildStudy(db), phone: "+13125550142" });
    const typed = await build({ phone: null, phoneTyped: "555-0142" });
    const ask = async (id: number) => {
      const [lead] = await listCompared(db, [id]);
      if (!lead) throw new Error("The lead is missing.");
      return (await listLikePeople(db, lead)).map((other) => other.id).sort((a, b) => a - b);
    };
    expect(await ask(amara.id)).toEqual(like.map(({ id }) => id));
    expect(await ask(typed.id)).toContain(amara.id);
  });

  it("are not those who share what more than twenty share", async () => {
    const { db } = await openTestDatabase();
    const { id: siteId } = await buildSite(db);
    const studyId = await buildStudy(db);
    const leads = [];
    for (let count = 0; count < 22; count += 1) {
      const email = `person${count}of22@example.org`;
      leads.push(await buildLead(db, { siteId, studyId, email }));
    }
    const [lead] = await listCompared(db, [leads[0]?.id ?? 0]);
    expect(lead && (await listLikePeople(db, lead))).toEqual([]);
  });
});
