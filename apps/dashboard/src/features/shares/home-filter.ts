// Of one lead or study, or without a home of all.
import { homeColumns, type NoteHome } from "@studydesk/domain/notes/note-home";

export function homeFilter(home: NoteHome | undefined): { leadId?: number; studyId?: number } {
  if (!home) return {};
  const { leadId, studyId } = homeColumns(home);
  return { ...(leadId === null ? {} : { leadId }), ...(studyId === null ? {} : { studyId }) };
}
