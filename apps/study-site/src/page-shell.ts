// What every page gets from the server besides its own content.

export interface PageShell {
  /** Addresses of the built style sheets; none when the site was not built. */
  stylesheets: readonly string[];
  isDemo: boolean;
}
