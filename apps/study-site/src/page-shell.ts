// What every page gets from the server besides its own content.
import type { PublicLanguage } from "@studydesk/domain/public-language";

export interface PageShell {
  language: PublicLanguage;
  /** Where people reach this installation, without a slash at the end. */
  baseUrl: string;
  /** The page's address without its language, for the same page in another one. */
  path: `/${string}`;
  /** Addresses of the built style sheets; none when the site was not built. */
  stylesheets: readonly string[];
  /** Address of the script that brings notes and the form's conveniences when they are asked for. */
  script?: string | undefined;
  isDemo: boolean;
}
