// /desk/notes – one's own notes; the address holds which of them are listed, and never a word of them.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readMyNotesSearch } from "../features/notes/mine/my-notes-search";
import { deskRoute } from "./desk";

export const myNotesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/notes",
  validateSearch: readMyNotesSearch,
  component: lazyRouteComponent(() => import("./my-notes-page"), "MyNotesPage"),
});
