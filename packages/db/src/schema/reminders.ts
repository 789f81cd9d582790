// Reminders of follow-ups, and when a site's people answer.
import type { DayKind } from "@studydesk/domain/contact/next-try";
import type { Fixed } from "./columns";

/** A follow-up that was reminded of; planned for another time, the lead is reminded of again. */
interface FollowUpRemindersTable {
  leadId: Fixed<number>;
  followUpAt: Fixed<string>;
  at: Fixed<string>;
}

/** Who wants no reminders by mail. */
interface WithoutRemindersTable {
  userId: Fixed<string>;
  since: Fixed<string>;
}

/** Calls by the hour of the people's own days; nobody can be told from them. */
interface AnswerCountsTable {
  siteId: Fixed<number>;
  dayKind: Fixed<DayKind>;
  hour: Fixed<number>;
  tried: number;
  reached: number;
}

/** One row: how far the attempts were counted. */
interface AnswersCountedTable {
  id: Fixed<number>;
  lastAttemptId: number;
}

export interface ReminderTables {
  followUpReminders: FollowUpRemindersTable;
  withoutReminders: WithoutRemindersTable;
  answerCounts: AnswerCountsTable;
  answersCounted: AnswersCountedTable;
}
