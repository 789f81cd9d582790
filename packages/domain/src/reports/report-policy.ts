// Who reads reports: whoever holds a role at a site, of that site. An owner runs the installation and
// reads none by that alone.
import { notFound } from "../errors";
import { siteIdsOf, type Viewer } from "../people/viewer";

/** Those asked for, else all that the viewer may read of. Throws not_found where one is not theirs. */
export function siteIdsOfReport(viewer: Viewer, asked: readonly number[] | undefined): number[] {
  const own = siteIdsOf(viewer);
  if (!asked?.length) return own;
  if (!asked.every((siteId) => own.includes(siteId))) throw notFound("site");
  return [...new Set(asked)];
}
