// How a study's page shows when its link is shared.
import { localeOf, pathIn } from "@studydesk/domain/public-language";
import { resolveEscapes } from "@studydesk/domain/studies/criteria-text";
import type { StudyPage } from "@studydesk/domain/studies/study-page";
import { describeStudy } from "../describe-study";
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/texts";

export function StudyHead({ t, shell, page }: { t: Texts; shell: PageShell; page: StudyPage }) {
  const description = describeStudy(page);
  const properties: [string, string | undefined][] = [
    ["og:type", "website"],
    ["og:title", resolveEscapes(page.title)],
    ["og:description", description],
    ["og:url", shell.baseUrl + pathIn(shell.language, shell.path)],
    ["og:site_name", t.frame.brand],
    [
      "og:locale",
      localeOf(t.lang)
        .replace(/-u-.*$/, "")
        .replace("-", "_"),
    ],
  ];
  return properties.map(
    ([property, content]) =>
      content && <meta key={property} property={property} content={content} />,
  );
}
