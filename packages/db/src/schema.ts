// Every table, as the code names it: columns are camelCase in the database too, so no layer maps names.
// Times are ISO-8601 UTC text with milliseconds, booleans 0/1 integers, JSON is text.
import type { Insertable, Selectable, Updateable } from "kysely";
import type { AuditTables } from "./schema/audit";
import type { BackupTables } from "./schema/backups";
import type { BulkTables } from "./schema/bulk";
import type { DuplicateTables } from "./schema/duplicates";
import type { ImportTables } from "./schema/imports";
import type { LeadTables } from "./schema/leads";
import type { NoteTables } from "./schema/notes";
import type { OutboxTables } from "./schema/outbox";
import type { OverviewTables } from "./schema/overviews";
import type { PeopleTables } from "./schema/people";
import type { QueueTables } from "./schema/queue";
import type { ReminderTables } from "./schema/reminders";
import type { RetentionTables } from "./schema/retention";
import type { ReviewTables } from "./schema/reviews";
import type { ScreeningTables } from "./schema/screening";
import type { ShareTables } from "./schema/shares";
import type { StudyTables } from "./schema/studies";
import type { StudyTextTables } from "./schema/study-texts";
import type { SubscriptionTables } from "./schema/subscriptions";
import type { TemplateTables } from "./schema/templates";
import type { ViewTables } from "./schema/views";

export interface Schema
  extends PeopleTables,
    StudyTables,
    StudyTextTables,
    OverviewTables,
    LeadTables,
    ImportTables,
    DuplicateTables,
    BulkTables,
    QueueTables,
    ReminderTables,
    ScreeningTables,
    ReviewTables,
    NoteTables,
    ShareTables,
    OutboxTables,
    AuditTables,
    SubscriptionTables,
    TemplateTables,
    ViewTables,
    BackupTables,
    RetentionTables {}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>;
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>;
export type RowChanges<T extends keyof Schema> = Updateable<Schema[T]>;
