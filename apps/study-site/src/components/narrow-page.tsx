// A private page of a few sentences: what happened, or a question, and the way back to the studies.
import { pathIn } from "@studydesk/domain/public-language";
import type { ReactNode } from "react";
import type { PageShell } from "../page-shell";
import type { Texts } from "../texts/texts";
import { Layout } from "./layout";

export interface PageParts {
  t: Texts;
  shell: PageShell;
}

/** `className` says whose look it has; a heading with an id is where a browser lands after a form. */
export function NarrowPage(
  props: PageParts & { title: string; className: string; titleId?: string; children: ReactNode },
) {
  const { t, shell, title, titleId } = props;
  return (
    <Layout t={t} shell={shell} title={title} isPrivate>
      <div className={props.className}>
        <h1 {...(titleId ? { id: titleId, tabIndex: -1 } : {})}>{title}</h1>
        {props.children}
        <p>
          <a href={pathIn(t.lang, "/studies")}>{t.frame.allStudies}</a>
        </p>
      </div>
    </Layout>
  );
}
