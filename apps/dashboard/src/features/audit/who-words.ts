// Who did it, where nobody of the team was signed in: the person themselves, whoever had a link, the server, or somebody
// at the command line.
import type { AuditRow, People } from "./audit-words";

const theServer = "The server by itself";
const atCommandLine = "At the command line";
const byLink = "Whoever had the link";

/** By action; the rest of a group by the group. */
const others: Readonly<Record<string, string>> = {
  "lead.received": "The person, on the study page",
  "lead.submission_added": "The person, on the study page",
  "lead.consent_withdrawn": "The person, on their status page",
  "lead.preference_set": "The person, on their status page",
  "lead.data_copied": "The person, on their status page",
  "lead.erased": "The person, on their status page",
  "share.opened": byLink,
  "share.replied": byLink,
  "share.revoked": theServer,
  "request.answered": byLink,
  subscription: "Whoever gets the alerts, by a link from a mail",
  "person.sign_in_refused": "Somebody not signed in",
  "person.password_reset_asked": "Somebody not signed in",
  "person.password_reset": byLink,
  "person.code_refused": "Somebody not signed in yet",
  "study.imported_again": theServer,
  "audit.key_added": theServer,
  "leads.made_up": "The demo",
  backup: atCommandLine,
  audit: atCommandLine,
  fhir: atCommandLine,
  installation: atCommandLine,
  invitation: atCommandLine,
  person: atCommandLine,
  site: atCommandLine,
  study: atCommandLine,
  study_site: atCommandLine,
  import: theServer,
  leads: theServer,
};

export function whoWords({ actorId, action, details }: AuditRow, people: People): string {
  if (actorId !== null) return people[actorId] ?? "Somebody unknown";
  if (details.by === "command" || details.origin === "command") return atCommandLine;
  // The clock erases by a run, and makes backups by a schedule.
  if (details.runId !== undefined || details.origin === "schedule") return theServer;
  const [group = ""] = action.split(".");
  return others[action] ?? others[group] ?? "Nobody signed in";
}
