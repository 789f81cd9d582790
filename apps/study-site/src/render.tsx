// The public pages as whole HTML documents, for the server. React works here alone; none of it is sent.
import type { StudyList, StudyPage } from "@studydesk/domain/studies/study-page";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { PageShell } from "./page-shell";
import { type AnswerPage, AnswerPageView, answerTitleId } from "./pages/answer-page";
import { NotFoundPage, ProblemPage, type ProblemToShow } from "./pages/plain-page";
import { StudyListPage } from "./pages/study-list-page";
import { StudyPageView } from "./pages/study-page";
import { emptyForm, type StudyForm } from "./study-form";
import { textsOf } from "./texts/texts";

export { renderShareReader } from "./pages/share-reader-page";
export type { AnswerPage, PageShell, StudyForm };
export { answerTitleId, emptyForm };

export function renderStudyPage(shell: PageShell, page: StudyPage, form: StudyForm): string {
  return html(<StudyPageView t={textsOf(shell.language)} shell={shell} page={page} form={form} />);
}

export function renderStudyList(shell: PageShell, list: StudyList): string {
  return html(<StudyListPage t={textsOf(shell.language)} shell={shell} list={list} />);
}

export function renderAnswerPage(shell: PageShell, answer: AnswerPage): string {
  return html(<AnswerPageView t={textsOf(shell.language)} shell={shell} answer={answer} />);
}

export function renderNotFound(shell: PageShell): string {
  return html(<NotFoundPage t={textsOf(shell.language)} shell={shell} />);
}

export function renderProblem(shell: PageShell, problem: ProblemToShow): string {
  return html(<ProblemPage t={textsOf(shell.language)} shell={shell} problem={problem} />);
}

function html(page: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
