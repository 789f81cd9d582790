// The frame of the page that an address asks for: its language stands in front of the path.
import { type PublicLanguage, publicLanguages } from "@studydesk/domain/public-language";
import type { PageShell } from "@studydesk/study-site/render";
import type { Request } from "express";
import type { BuiltSite } from "../built-site";
import { localPath } from "./local-path";

export type ShellOf = (req: Request) => PageShell;

export function pageShells(site: BuiltSite, baseUrl: string, isDemo: boolean): ShellOf {
  const stylesheets = site.entry("src/styles/public.css")?.styles ?? [];
  const script = site.entry("src/islands/page.ts")?.script;
  return (req) => ({ ...placeOf(req.originalUrl), baseUrl, stylesheets, script, isDemo });
}

/** "/es/studies?before=3" is "/studies" in Spanish; "/ES" is served like "/es", so it is named like it. */
function placeOf(url: string): { language: PublicLanguage; path: `/${string}` } {
  const [path = ""] = url.split("?");
  const [, first = "", rest = ""] = /^\/([^/\\]*)(.*)$/s.exec(path) ?? [];
  const language = publicLanguages.find((known) => known !== "en" && known === first.toLowerCase());
  return language ? { language, path: localPath(rest) } : { language: "en", path: localPath(path) };
}
