// How hard the text is to read, while it is typed.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { mostOverviewCharacters } from "@studydesk/domain/studies/overview";
import classes from "./overview-screen.module.css";
import { readingGrade } from "./reading-grade";

const aim = 8;

export function ReadingLine({ text, language }: { text: string; language: PublicLanguage }) {
  const count = `${text.length.toLocaleString("en-GB")} of ${mostOverviewCharacters.toLocaleString("en-GB")} characters`;
  return (
    <p className={classes.quiet}>
      {[gradeWords(text, language), count].filter((words) => words !== undefined).join(" · ")}
    </p>
  );
}

function gradeWords(text: string, language: PublicLanguage): string | undefined {
  const reading = readingGrade(text, language);
  if (!reading) return undefined;
  const sentences = `${reading.wordsPerSentence} words in a sentence`;
  if (reading.grade === undefined) {
    return `${sentences} on average; the reading grade is for English only`;
  }
  const grade = `Reading grade ${reading.grade}`;
  return reading.grade > aim
    ? `${grade}, with ${sentences}; aim for ${aim} or lower`
    : `${grade}, good: ${aim} or lower is easy to read`;
}
