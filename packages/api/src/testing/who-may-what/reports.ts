// Reports: whoever holds a role at a site reads its own; no other site's, and an owner none by that alone.
import { everybodySignedIn, type GridRow } from "./grid";

export const reportRows: Readonly<Record<string, GridRow>> = {
  "reports.lines": { call: (caller) => caller.reports.lines(), outcomes: everybodySignedIn("ok") },
};
