// The demo's content, made once: sites, studies, five people with generated passwords, and leads with
// half a year of history. Later starts find it there and change nothing.
import { randomBytes, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { countAnswers } from "@studydesk/api/contact/count-answers";
import type { Deps } from "@studydesk/api/deps";
import { hashPassword } from "@studydesk/api/people/password-hash";
import { importStudy } from "@studydesk/api/studies/import-study";
import { linkStudySite } from "@studydesk/api/studies/link-study-site";
import { inTransaction } from "@studydesk/db/open-database";
import { addInstallation, findInstallation } from "@studydesk/db/people/installation-queries";
import { addPerson } from "@studydesk/db/people/person-queries";
import { addRole } from "@studydesk/db/people/role-queries";
import { listUnremindedFollowUps, takeReminders } from "@studydesk/db/reminders/reminder-queries";
import { addSite, type Site } from "@studydesk/db/sites/site-queries";
import { listStudyLocations } from "@studydesk/db/studies/study-queries";
import type { Role, Viewer } from "@studydesk/domain/people/viewer";
import { reminderWindow } from "@studydesk/domain/reminders/reminder-times";
import { z } from "zod";
import { addDemoPairs } from "./add-demo-pairs";
import { amendDemoStudy } from "./amend-demo-study";
import { demoScenes } from "./demo-scenes";
import { publishDemoOverviews } from "./publish-demo-overviews";
import { seedLeads } from "./seed-leads";
import { shareDemoNotes } from "./share-demo-notes";
import { shareDemoView } from "./share-demo-view";
import { wordDemoStudies } from "./word-demo-studies";
import { writeDemoNotes } from "./write-demo-notes";
import { writeDemoTemplates } from "./write-demo-templates";

const demoAccounts = z.array(
  z.object({
    email: z.string(),
    password: z.string(),
    role: z.string(),
    site: z.string().nullable(),
  }),
);
export type DemoAccount = z.infer<typeof demoAccounts>[number];

const accountsFile = "demo-accounts.json";
const demoLeads = 400;
const demoSeed = 20261122;

const sites = {
  shanghai: {
    name: "Ruijin Hospital",
    city: "Shanghai",
    countryCode: "CN",
    timeZone: "Asia/Shanghai",
    promiseHours: 24,
  },
  chicago: {
    name: "Northfield Clinic",
    city: "Chicago",
    countryCode: "US",
    timeZone: "America/Chicago",
    promiseHours: 24,
  },
  valencia: {
    name: "Clínica Puerta del Mar Azul",
    city: "Valencia",
    countryCode: "ES",
    timeZone: "Europe/Madrid",
    promiseHours: 48,
  },
} as const;
type SiteKey = keyof typeof sites;

interface DemoPerson {
  name: string;
  email: string;
  isOwner?: true;
  roles: readonly (readonly [SiteKey, Role])[];
}

const people: readonly DemoPerson[] = [
  {
    name: "Mei Okafor",
    email: "mei.coordinator@example.org",
    roles: [["shanghai", "coordinator"]],
  },
  {
    name: "Sam Rivera",
    email: "sam.coordinator@example.org",
    roles: [
      ["chicago", "coordinator"],
      ["valencia", "coordinator"],
    ],
  },
  {
    name: "Dr Wen Castellan",
    email: "wen.investigator@example.org",
    roles: [["shanghai", "investigator"]],
  },
  {
    name: "Dr Inés Hartwell",
    email: "ines.investigator@example.org",
    roles: [
      ["chicago", "investigator"],
      ["valencia", "investigator"],
    ],
  },
  {
    name: "Ada Lindqvist",
    email: "ada.admin@example.org",
    isOwner: true,
    roles: [
      ["shanghai", "admin"],
      ["chicago", "admin"],
      ["valencia", "admin"],
    ],
  },
];

/** Which site stands for which location of which record. */
const links: Readonly<Record<string, readonly (readonly [SiteKey, string])[]>> = {
  NCT06596954: [["shanghai", "Ruijin Hospital"]],
  NCT99000001: [
    ["chicago", "Northfield Clinic"],
    ["valencia", "Clínica Puerta del Mar Azul"],
  ],
  NCT99000002: [["valencia", "Clínica Puerta del Mar Azul"]],
};

/** Fills an empty, migrated database; gives the accounts of this data folder, made now or before. */
export async function prepareDemo(
  deps: Deps,
  options: { dataFolder: string; log: (line: string) => void },
): Promise<DemoAccount[]> {
  const file = join(options.dataFolder, accountsFile);
  if ((await findInstallation(deps.db))?.isDemo) {
    return demoAccounts.parse(JSON.parse(await readFile(file, "utf8")));
  }
  options.log("Making up studies, people and leads");
  const accounts = people.map((person) => ({
    email: person.email,
    password: randomBytes(15).toString("base64url"),
    role: [...new Set(person.roles.map(([, role]) => role))].join(", "),
    site: person.roles.map(([site]) => sites[site].name).join(", "),
  }));
  // First the file, last the row that says the demo is complete: a start that was cut short begins anew.
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 });
  await writeFile(`${file}.new`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  const made = await makeSites(deps);
  const { owner, mei, sam } = await makePeople(deps, accounts, made);
  await makeStudies(deps, made);
  await wordDemoStudies(deps, owner);
  await publishDemoOverviews(deps, owner);
  const story = { seed: demoSeed, now: deps.now(), scenes: demoScenes };
  await seedLeads(deps.db, { leads: demoLeads, ...story });
  await amendDemoStudy(deps, owner);
  await addDemoPairs(deps, owner, made.shanghai.id);
  await writeDemoTemplates(deps, owner, Object.values(made));
  await countAnswers(deps.db, deps.now());
  await settleReminders(deps);
  await shareDemoView(deps, owner, made.shanghai.id);
  await writeNotes(deps, mei, sam);
  await addInstallation(deps.db, {
    ownerUserId: owner.userId,
    isDemo: true,
    at: deps.now().toISOString(),
  });
  return accounts;
}

async function writeNotes(deps: Deps, mei: Viewer, sam: Viewer): Promise<void> {
  const { db, noteKeys, live, limits } = deps;
  const now = deps.now().getTime();
  const depsAt = (hoursAgo: number) => ({
    ...{ db, noteKeys, live, limits },
    now: () => new Date(now - hoursAgo * 3_600_000),
  });
  await shareDemoNotes(depsAt, mei, await writeDemoNotes(depsAt, { mei, sam }));
}

/** What fell due before the demo began was reminded of back then. */
async function settleReminders({ db, now }: Deps): Promise<void> {
  const due = await listUnremindedFollowUps(db, { ...reminderWindow(now()), limit: demoLeads });
  await inTransaction(db, (trx) => takeReminders(trx, due, now().toISOString()));
}

async function makeSites(deps: Deps): Promise<Record<SiteKey, Site>> {
  const at = deps.now().toISOString();
  return inTransaction(deps.db, async (trx) => ({
    shanghai: await addSite(trx, { ...sites.shanghai, at }),
    chicago: await addSite(trx, { ...sites.chicago, at }),
    valencia: await addSite(trx, { ...sites.valencia, at }),
  }));
}

async function makePeople(
  deps: Deps,
  accounts: readonly DemoAccount[],
  made: Record<SiteKey, Site>,
): Promise<{ owner: Viewer; mei: Viewer; sam: Viewer }> {
  const at = deps.now().toISOString();
  const hashes = await Promise.all(accounts.map(({ password }) => hashPassword(password)));
  const viewers = await inTransaction(deps.db, async (trx) => {
    const viewers: Viewer[] = [];
    for (const [index, { name, email, isOwner = false, roles }] of people.entries()) {
      const userId = randomUUID();
      await addPerson(trx, { userId, name, email, passwordHash: hashes[index] ?? "", at });
      const held = roles.map(([site, role]) => ({ siteId: made[site].id, role }));
      for (const role of held) await addRole(trx, { userId, ...role, at });
      viewers.push({ userId, name, email, isOwner, roles: held, sessionId: "" });
    }
    return viewers;
  });
  const get = (of: string) => {
    const viewer = viewers.find(({ email }) => email.startsWith(`${of}.`));
    if (!viewer) throw new Error(`The demo has no ${of}.`);
    return viewer;
  };
  return { owner: get("ada"), mei: get("mei"), sam: get("sam") };
}

async function makeStudies(deps: Deps, made: Record<SiteKey, Site>): Promise<void> {
  const folder = join(import.meta.dirname, "records");
  for (const file of (await readdir(folder)).sort()) {
    const fileText = await readFile(join(folder, file), "utf8");
    for (const { studyId, study } of await importStudy(deps, null, { fileText })) {
      const locations = await listStudyLocations(deps.db, studyId);
      for (const [site, facility] of links[study.nctId] ?? []) {
        const location = locations.find((candidate) => candidate.facility === facility);
        await linkStudySite(deps, null, {
          studyId,
          siteId: made[site].id,
          locationId: location?.id ?? null,
        });
      }
    }
  }
}
