// What somebody can start on a lead, by a key or its button, and why they may not.
import type { Me } from "../../lib/me";
import type { LeadView } from "./lead-types";

export const leadActions = ["contact", "mail", "status", "follow_up", "assign", "note"] as const;
export type LeadAction = (typeof leadActions)[number];

export const leadActionKeys: Readonly<Record<LeadAction, string>> = {
  contact: "c",
  mail: "m",
  status: "s",
  follow_up: "h",
  assign: "a",
  note: "n",
};

export const leadActionNames: Readonly<Record<LeadAction, string>> = {
  contact: "Log a call",
  mail: "Write mail",
  status: "Status",
  follow_up: "Follow up",
  assign: "Assign",
  note: "Note",
};

/** Those that open a form above the facts. */
export function hasForm(action: LeadAction | undefined): boolean {
  return action === "contact" || action === "mail" || action === "follow_up";
}

/** What is offered before a lead is open; the lead itself then says what holds for it. */
export function actionsFor(me: Me): readonly LeadAction[] {
  return me.abilities.canWorkLeads ? leadActions : ["note"];
}

export function isAble(
  { abilities, moves, email, mayContact }: LeadView,
  action: LeadAction,
): boolean {
  switch (action) {
    case "status":
      return abilities.changeStatus && moves.length > 0;
    case "assign":
      return abilities.assign;
    case "contact":
      return abilities.logContact;
    case "mail":
      return abilities.logContact && email !== "" && mayContact.answer !== "no";
    case "follow_up":
      return abilities.setFollowUp;
    case "note":
      return abilities.writeNote;
  }
}

/** For a key that was pressed where its button is not shown. */
export function whyNotAble(lead: LeadView, action: LeadAction): string {
  if (lead.erasedAt !== null) {
    return "This lead was erased: there is nothing left to work on.";
  }
  if (lead.merge) {
    return `This lead was merged into lead ${lead.merge.intoId}: the work goes on there.`;
  }
  if (action === "contact" && lead.doNotContact) {
    return "This person asked not to be contacted: no call can be logged.";
  }
  if (action === "mail" && lead.abilities.logContact) {
    return lead.email === ""
      ? "No e-mail address is known of this person."
      : lead.mayContact.sentence;
  }
  if (action === "mail" && lead.doNotContact) return lead.mayContact.sentence;
  if (action === "follow_up" && lead.status === "invalid") {
    return "This lead is marked invalid and needs no follow-up.";
  }
  return "You may read this lead, not change it. A coordinator of the site can.";
}
