// What heads a printed report: its name, whose leads, and when it was counted. Nobody is named.
import { exactWords } from "../../lib/time-words";
import sheet from "./sheet.module.css";

interface Props {
  title: string;
  scopeWords: readonly string[];
  at: string;
}

export function SheetHead({ title, scopeWords, at }: Props) {
  return (
    <header className={sheet.head}>
      <h1>{title}</h1>
      <p>
        {scopeWords.map((words) => (
          <bdi key={words}>{words}</bdi>
        ))}
      </p>
      <p>Counted {exactWords(at)}. Holds no names.</p>
    </header>
  );
}
