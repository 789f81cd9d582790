// The lead or study that something shared is about, to be opened.
import type { NoteHome } from "@studydesk/domain/notes/note-home";
import { Link } from "@tanstack/react-router";

/** `title`: null where there is none to show any more. */
export function HomeLink({ home, title }: { home: NoteHome; title: string | null }) {
  if ("studyId" in home) {
    return (
      <Link to="/studies/$studyId" params={{ studyId: home.studyId }} dir="auto">
        {title ?? `Study ${home.studyId}`}
      </Link>
    );
  }
  if (title === null) return <span>A lead that you no longer see</span>;
  return (
    <Link to="/leads/$leadId" params={{ leadId: home.leadId }} dir="auto">
      {title}
    </Link>
  );
}
