// Every procedure there is, by noun. The dashboard knows it as a type alone.

import { auditRouter } from "./audit/audit-router";
import { backupsRouter } from "./backups/backups-router";
import { bulkRouter } from "./bulk/bulk-router";
import { duplicatesRouter } from "./duplicates/duplicates-router";
import { homeRouter } from "./home/home-router";
import { importsRouter } from "./imports/imports-router";
import { leadsRouter } from "./leads/leads-router";
import { liveRouter } from "./live/live-router";
import { notesRouter } from "./notes/notes-router";
import { outboxRouter } from "./outbox/outbox-router";
import { peopleRouter } from "./people/people-router";
import { presenceRouter } from "./presence/presence-router";
import { remindersRouter } from "./reminders/reminders-router";
import { reportsRouter } from "./reports/reports-router";
import { retentionRouter } from "./retention/retention-router";
import { reviewsRouter } from "./reviews/reviews-router";
import { criteriaRouter } from "./screening/criteria-router";
import { screeningRouter } from "./screening/screening-router";
import { sharesRouter } from "./shares/shares-router";
import { sitesRouter } from "./sites/sites-router";
import { overviewsRouter } from "./studies/overviews-router";
import { studiesRouter } from "./studies/studies-router";
import { studyTextsRouter } from "./studies/study-texts-router";
import { templatesRouter } from "./templates/templates-router";
import { router } from "./trpc";
import { viewsRouter } from "./views/views-router";
import { visitsRouter } from "./visits/visits-router";

export const appRouter = router({
  audit: auditRouter,
  people: peopleRouter,
  sites: sitesRouter,
  studies: studiesRouter,
  criteria: criteriaRouter,
  overviews: overviewsRouter,
  studyTexts: studyTextsRouter,
  home: homeRouter,
  leads: leadsRouter,
  bulk: bulkRouter,
  imports: importsRouter,
  duplicates: duplicatesRouter,
  notes: notesRouter,
  live: liveRouter,
  presence: presenceRouter,
  outbox: outboxRouter,
  backups: backupsRouter,
  templates: templatesRouter,
  reminders: remindersRouter,
  reports: reportsRouter,
  retention: retentionRouter,
  screening: screeningRouter,
  reviews: reviewsRouter,
  shares: sharesRouter,
  views: viewsRouter,
  visits: visitsRouter,
});

export type AppRouter = typeof appRouter;
