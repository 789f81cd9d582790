// What heads a printed report: its name, whose leads, and when it was counted. Nobody is named.
import { exactWords } from "../../lib/time-words";
import sheet from "./sheet.module.css";

interface Props {
  title: string;
  scopeWords: readonly string[];
  at: string;
  /** Two letters of each person, at most. */
  hasInitials?: boolean;
}

export function SheetHead({ title, scopeWords, at, hasInitials = false }: Props) {
  return (
    <header className={sheet.head}>
      <h1>{title}</h1>
      <p>
        {scopeWords.map((words) => (
          <bdi key={words}>{words}</bdi>
        ))}
      </p>
      <p>
        Counted {exactWords(at)}. {hasInitials ? "Holds initials, no names." : "Holds no names."}
      </p>
    </header>
  );
}
