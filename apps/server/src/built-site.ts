// What Vite built of the study site: source paths to the hashed files that browsers get.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { repositoryRoot } from "./env";

export interface BuiltEntry {
  script: string;
  styles: string[];
}

export interface BuiltSite {
  /** Undefined when there is no such entry, or nothing was built. `source` is like `src/islands/x.ts`. */
  entry(source: string): BuiltEntry | undefined;
}

export const studySiteDist = join(repositoryRoot, "apps", "study-site", "dist");
export const dashboardDist = join(repositoryRoot, "apps", "dashboard", "dist");

const manifestSchema = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).default([]) }),
);

/** Read once: a new build needs a new start. */
export function readBuiltSite(dist: string): BuiltSite {
  const file = join(dist, ".vite", "manifest.json");
  const manifest = existsSync(file)
    ? manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")))
    : {};
  return {
    entry(source) {
      const found = manifest[source];
      if (!found) return undefined;
      const styles = found.css.map((css) => `/${css}`);
      // The file of a style sheet's own entry is the style sheet.
      if (found.file.endsWith(".css")) styles.unshift(`/${found.file}`);
      return { script: `/${found.file}`, styles };
    },
  };
}
