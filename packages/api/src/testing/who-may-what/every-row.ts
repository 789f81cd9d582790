// The whole table: each procedure, and who may call it.
import { auditRows } from "./audit";
import { backupRows } from "./backups";
import { bulkRows } from "./bulk";
import { criteriaRows } from "./criteria";
import { duplicateRows } from "./duplicates";
import type { GridRow } from "./grid";
import { importRows } from "./imports";
import { leadRows } from "./leads";
import { mailToLeadRows } from "./mail-to-leads";
import { noteRows } from "./notes";
import { overviewRows } from "./overviews";
import { peopleRows } from "./people";
import { presenceRows } from "./presence";
import { registryRows } from "./registry";
import { reportRows } from "./reports";
import { retentionRows } from "./retention";
import { reviewRows } from "./reviews";
import { screeningRows } from "./screening";
import { studyRows } from "./studies";
import { studyTextRows } from "./study-texts";
import { todayRows } from "./today";
import { undoRows } from "./undo";
import { viewRows } from "./views";
import { visitRows } from "./visits";

export const everyRow: Readonly<Record<string, GridRow>> = {
  ...auditRows,
  ...backupRows,
  ...bulkRows,
  ...criteriaRows,
  ...duplicateRows,
  ...importRows,
  ...leadRows,
  ...mailToLeadRows,
  ...noteRows,
  ...overviewRows,
  ...peopleRows,
  ...presenceRows,
  ...registryRows,
  ...reviewRows,
  ...reportRows,
  ...retentionRows,
  ...screeningRows,
  ...studyRows,
  ...studyTextRows,
  ...viewRows,
  ...visitRows,
  ...undoRows,
  ...todayRows,
};
