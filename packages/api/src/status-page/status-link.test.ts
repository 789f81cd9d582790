import { describeOnEveryEngine } from "@studydesk/db/testing/every-engine";
import { DomainError } from "@studydesk/domain/errors";
import { expect, it } from "vitest";
import { copyOwnData } from "../retention/copy-data";
import { network } from "../testing/build-form";
import { buildOwnPage } from "../testing/build-own-page";
import { readStatusPage } from "./read-status-page";
import { setContactPreference } from "./set-contact-preference";
import { missLimit } from "./status-link";

const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describeOnEveryEngine("a person's own page", (openTestDatabase) => {
  it("opens by the link of the mailed copy, shows the site, the progress and hidden parts of what was sent", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, site } = await buildOwnPage(db);
    const page = await readStatusPage(deps, holder, "en");
    expect(page).toMatchObject({
      study: { nctId: "NCT99000001", title: "A study of morning walks", titleLanguage: "en" },
      site: { name: site.name, city: site.city, promiseHours: site.promiseHours },
      progress: { now: "first_contact", waiting: { isLate: false, lastTriedAt: null } },
      sent: { name: "A•••", email: "a•••@example.org", phone: "••••43", language: "es" },
      mayWithdraw: true,
      mayErase: true,
    });
    for (const hidden of ["Ana", "Ångström", "ana@", "555-0143", "station"]) {
      expect(JSON.stringify(page)).not.toContain(hidden);
    }
  });

  it("says what the team does, never who does it and what they wrote", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId, coordinator } = await buildOwnPage(db);
    deps.clock.advance(3_600_000);
    const at = deps.now().toISOString();
    await team.leads.logContact({
      leadId,
      channel: "phone",
      outcome: "reached",
      note: "Sounded confused.",
      expectedVersion: 1,
    });
    await team.leads.changeStatus({ leadId, to: "pre_screening", expectedVersion: 2 });
    const page = await readStatusPage(deps, holder, "en");
    expect(page.progress).toMatchObject({
      done: [{ step: "received" }, { step: "first_contact", at }],
      now: "questions",
      waiting: null,
    });
    await team.leads.changeStatus({
      leadId,
      to: "declined",
      reason: "compensation",
      expectedVersion: 3,
    });
    const ended = await readStatusPage(deps, holder, "en");
    expect(ended.progress).toMatchObject({ now: null, end: { how: "declined", at } });
    for (const inner of [coordinator.name, "confused", "compensation"]) {
      expect(JSON.stringify([page, ended])).not.toContain(inner);
    }
  });

  it("gives unknown, mangled, expired, revoked and erased links one and the same answer", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder } = await buildOwnPage(db);
    const answer = async (token: string) => {
      const error = await thrownBy(readStatusPage(deps, { ...holder, token }, "en"));
      if (!(error instanceof DomainError)) throw error;
      return { code: error.code, reason: error.reason, message: error.message };
    };
    const unknown = await answer("A".repeat(43));
    expect(unknown).toMatchObject({ code: "not_found", reason: "unknown_link" });
    for (const mangled of ["", "x", holder.token.slice(1), `${holder.token}A`, "é".repeat(43)]) {
      expect(await answer(mangled)).toEqual(unknown);
    }
    await db.updateTable("statusLinks").set({ revokedAt: deps.now().toISOString() }).execute();
    expect(await answer(holder.token)).toEqual(unknown);
    await db.updateTable("statusLinks").set({ revokedAt: null }).execute();
    deps.clock.advance(364 * 86_400_000);
    expect(await thrownBy(readStatusPage(deps, holder, "en"))).toBeUndefined();
    deps.clock.advance(86_400_000);
    expect(await answer(holder.token)).toEqual(unknown);
  });

  it("ends for whoever held the former address once the team puts it right, and when that is undone", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId, lead } = await buildOwnPage(db);
    const edit = (email: { from: string; to: string }) =>
      team.leads.edit({ leadId, fields: { email } });
    const { email: former } = await lead();
    await edit({ from: former, to: former.toUpperCase() });
    expect(await thrownBy(readStatusPage(deps, holder, "en"))).toBeUndefined();
    const edited = await edit({ from: former.toUpperCase(), to: "right@example.org" });
    expect(await thrownBy(readStatusPage(deps, holder, "en"))).toMatchObject({
      reason: "unknown_link",
    });
    expect(
      await thrownBy(copyOwnData(deps, holder, { form: "json", language: "en" })),
    ).toMatchObject({ reason: "unknown_link" });
    await db.updateTable("statusLinks").set({ revokedAt: null }).execute();
    await team.leads.undo({ changeId: edited.lead.changeId ?? 0 });
    expect(await thrownBy(readStatusPage(deps, holder, "en"))).toMatchObject({
      reason: "unknown_link",
    });
  });

  it("asks a network to wait that tried too many links of nobody, and locks no holder out", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder } = await buildOwnPage(db);
    const nobody = { ...holder, token: "A".repeat(43) };
    for (let tries = 0; tries < missLimit.most; tries += 1) {
      expect(await thrownBy(readStatusPage(deps, nobody, "en"))).toMatchObject({
        code: "not_found",
      });
    }
    expect(await thrownBy(readStatusPage(deps, nobody, "en"))).toMatchObject({
      code: "rate_limited",
    });
    expect(await thrownBy(readStatusPage(deps, holder, "en"))).toBeUndefined();
    const elsewhere = { ...nobody, network: "198.51.100.0/24" };
    expect(await thrownBy(readStatusPage(deps, elsewhere, "en"))).toMatchObject({
      code: "not_found",
    });
  });

  it("has one spelling: what decodes to the same bytes is no link", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder } = await buildOwnPage(db);
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const next = letters[letters.indexOf(holder.token.slice(-1)) + 1] ?? "";
    const token = holder.token.slice(0, -1) + next;
    expect(Buffer.from(token, "base64url")).toEqual(Buffer.from(holder.token, "base64url"));
    expect(await thrownBy(readStatusPage(deps, { ...holder, token }, "en"))).toMatchObject({
      reason: "unknown_link",
    });
  });

  it("keeps a digest of the token and never the token, and gives each message a link of its own", async () => {
    const { db } = await openTestDatabase();
    const { holder, send, tokens, deps } = await buildOwnPage(db);
    await send({ message: "One thing more." });
    const [first = "", second = ""] = await tokens();
    expect(first).not.toBe(second);
    const links = await db.selectFrom("statusLinks").selectAll().execute();
    expect(links).toHaveLength(2);
    expect(JSON.stringify(links)).not.toContain(first);
    for (const token of [first, second]) {
      const page = await readStatusPage(deps, { ...holder, token }, "es");
      expect(page.sent.receivedAt).toHaveLength(2);
    }
  });

  it("takes a wish, shows it to the team with the lead and on its timeline, and once alone", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId, rows } = await buildOwnPage(db);
    const wish = { channel: "text_message", hours: "evening" } as const;
    await setContactPreference(deps, holder, wish);
    await setContactPreference(deps, holder, wish);
    expect((await readStatusPage(deps, holder, "en")).preference).toEqual(wish);
    expect((await team.leads.get({ leadId })).preference).toEqual(wish);
    const timeline = await team.leads.timeline({ leadId });
    expect(timeline.map(({ activity }) => activity.kind)).toEqual([
      "preference_set",
      "submission_received",
    ]);
    expect((await rows.audit()).filter(({ action }) => action === "lead.preference_set")).toEqual([
      expect.objectContaining({
        actorId: null,
        details: JSON.stringify({ ...wish, fromChannel: null, fromHours: null }),
      }),
    ]);
  });

  it("lets a wish pass although the team saves at the same moment, and loses neither", async () => {
    const { db } = await openTestDatabase();
    const { deps, holder, team, leadId, lead } = await buildOwnPage(db);
    const logged = team.leads.logContact({
      leadId,
      channel: "phone",
      outcome: "no_answer",
      expectedVersion: 1,
    });
    await Promise.allSettled([
      logged,
      setContactPreference(deps, holder, { channel: "email", hours: null }),
    ]);
    expect(await lead()).toMatchObject({ contactChannel: "email", contactHours: null });
  });

  it("writes nothing for a link that does not work", async () => {
    const { db } = await openTestDatabase();
    const { deps, rows } = await buildOwnPage(db);
    const before = [await rows.leads(), await rows.activities(), await rows.audit()];
    const nobody = { token: "A".repeat(43), network };
    await thrownBy(setContactPreference(deps, nobody, { channel: "phone", hours: "any" }));
    expect([await rows.leads(), await rows.activities(), await rows.audit()]).toEqual(before);
  });
});
