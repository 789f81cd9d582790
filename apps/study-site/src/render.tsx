// The public pages as whole HTML documents, for the server. React works here alone; none of it is sent.
import type { CentreSearch } from "@studydesk/domain/studies/centre-search";
import type { StudyList, StudyPage } from "@studydesk/domain/studies/study-page";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { StudyCentres } from "./components/study-centres";
import type { PageShell } from "./page-shell";
import { type AlertPage, AlertPageView } from "./pages/alerts-pages";
import { alertDoneId } from "./pages/alerts-plain-pages";
import { type AnswerPage, AnswerPageView, answerTitleId } from "./pages/answer-page";
import { NotFoundPage, ProblemPage, type ProblemToShow } from "./pages/plain-page";
import { type StatusScreen, StatusScreenView } from "./pages/status-screens";
import { StudyListPage } from "./pages/study-list-page";
import { StudyPageView } from "./pages/study-page";
import { structuredData, structuredDataElement } from "./structured-data";
import { emptyForm, type StudyForm } from "./study-form";
import { textsOf } from "./texts/texts";

export { renderNoteRequest } from "./pages/note-request-page";
export { renderShareReader } from "./pages/share-reader-page";
export type { AlertPage, AnswerPage, PageShell, ProblemToShow, StatusScreen, StudyForm };
export { alertDoneId, answerTitleId, emptyForm };

export function renderStudyPage(
  shell: PageShell,
  page: StudyPage,
  form: StudyForm,
  search?: CentreSearch,
): string {
  const t = textsOf(shell.language);
  const view = <StudyPageView t={t} shell={shell} page={page} form={form} search={search} />;
  const data = structuredDataElement(structuredData(t, shell, page));
  // React would write the data's quotation marks as entities, which no reader of it resolves.
  return html(view).replace("</head>", () => `${data}</head>`);
}

/** The study centres alone, to take the place of those on a page that is open. */
export function renderStudyCentres(
  shell: PageShell,
  page: StudyPage,
  search: CentreSearch,
): string {
  const t = textsOf(shell.language);
  return renderToStaticMarkup(<StudyCentres t={t} page={page} search={search} />);
}

export function renderStudyList(shell: PageShell, list: StudyList): string {
  return html(<StudyListPage t={textsOf(shell.language)} shell={shell} list={list} />);
}

export function renderAnswerPage(shell: PageShell, answer: AnswerPage): string {
  return html(<AnswerPageView t={textsOf(shell.language)} shell={shell} answer={answer} />);
}

export function renderAlertPage(shell: PageShell, page: AlertPage): string {
  return html(<AlertPageView t={textsOf(shell.language)} shell={shell} shown={page} />);
}

export function renderStatusScreen(shell: PageShell, screen: StatusScreen): string {
  return html(<StatusScreenView t={textsOf(shell.language)} shell={shell} screen={screen} />);
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
