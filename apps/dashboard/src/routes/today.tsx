// /desk/ – Today, the first screen of whoever works on leads; others start at what they have.
import { createRoute, Navigate } from "@tanstack/react-router";
import { navEntries } from "../app-shell/nav-entries";
import { TodayScreen } from "../features/today/today-screen";
import { callsPeople, useMe } from "../lib/me";
import { deskRoute } from "./desk";
import { renderNotes } from "./today-notes";
import { renderQuestions } from "./today-screening";

export const todayRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/",
  component: FirstScreen,
});

function FirstScreen() {
  const me = useMe();
  if (callsPeople(me)) return <TodayScreen questions={renderQuestions} notes={renderNotes} />;
  // One's own notes are nobody's work for the day: an owner starts at the studies.
  const first = navEntries.find(({ link, isFor }) => link.to !== "/notes" && isFor(me));
  return <Navigate {...(first?.link ?? { to: "/account" })} replace />;
}
