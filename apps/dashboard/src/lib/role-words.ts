// What somebody is, in one line: "Coordinator · Shanghai", "Owner", "Admin · 3 sites".
import { roleLabels } from "@studydesk/domain/people/viewer";
import type { Me } from "./me";

export function roleWords(me: Pick<Me, "isOwner" | "sites">): string {
  const held = [...new Set(me.sites.flatMap((site) => site.roles))].map((role) => roleLabels[role]);
  const what = [...(me.isOwner ? ["Owner"] : []), ...held].join(", ");
  const [first, ...more] = me.sites;
  if (!first) return what;
  return `${what} · ${more.length === 0 ? first.name : `${(more.length + 1).toString()} sites`}`;
}
