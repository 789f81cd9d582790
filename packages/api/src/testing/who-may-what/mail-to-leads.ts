// Mail to leads, the templates for it, and reminders: the site's people read, coordinators and admins write to
// people, admins write templates; reminders are everybody's own.
import { randomUUID } from "node:crypto";
import { addTemplate } from "@studydesk/db/templates/template-queries";
import { answers, everybodySignedIn, type GridRow, type Place } from "./grid";

const readsSite = answers({
  coordinator: "ok",
  investigator: "ok",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});
const worksOnLead = answers({
  coordinator: "ok",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});
const writesTemplates = answers({
  coordinator: "forbidden",
  investigator: "forbidden",
  admin: "ok",
  elsewhere: "not_found",
  owner: "not_found",
});

const text = { name: "First word", language: "en", subject: "Hello", body: "When may I call?" };
const mail = { subject: "Hello", body: "When may I call?", language: "en" };

export const mailToLeadRows: Readonly<Record<string, GridRow>> = {
  "leads.writeTo": {
    call: (caller, { lead }) =>
      caller.leads.writeTo({ leadId: lead.id, ...mail, expectedVersion: 1 }),
    outcomes: worksOnLead,
  },
  "leads.previewMail": {
    call: (caller, { lead }) => caller.leads.previewMail({ leadId: lead.id, ...mail }),
    outcomes: worksOnLead,
  },
  "leads.answerTimes": {
    call: (caller, { siteId }) => caller.leads.answerTimes({ siteId }),
    outcomes: readsSite,
  },
  "templates.list": {
    call: (caller, { siteId }) => caller.templates.list({ siteId }),
    outcomes: readsSite,
  },
  "templates.add": {
    call: (caller, { siteId }) => caller.templates.add({ siteId, ...text }),
    outcomes: writesTemplates,
  },
  "templates.update": {
    call: async (caller, place) =>
      caller.templates.update({
        templateId: await templateOf(place),
        expectedVersion: 1,
        ...text,
      }),
    outcomes: writesTemplates,
  },
  "templates.remove": {
    call: async (caller, place) =>
      caller.templates.remove({ templateId: await templateOf(place), expectedVersion: 1 }),
    outcomes: writesTemplates,
  },
  "reminders.mine": {
    call: (caller) => caller.reminders.mine(),
    outcomes: everybodySignedIn("ok"),
  },
  "reminders.settings": {
    call: (caller) => caller.reminders.settings(),
    outcomes: everybodySignedIn("ok"),
  },
  "reminders.set": {
    call: (caller) => caller.reminders.set({ byMail: false }),
    outcomes: everybodySignedIn("ok"),
  },
};

async function templateOf({ deps, siteId, colleague }: Place): Promise<number> {
  const at = deps.now().toISOString();
  const made = { ...text, name: randomUUID(), siteId, at, byUserId: colleague.userId };
  return (await addTemplate(deps.db, made))?.id ?? 0;
}
