// The demo's mail templates: two for each site, in English and in what is spoken there.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Deps } from "@studydesk/api/deps";
import { writeTemplate } from "@studydesk/api/templates/edit-templates";
import type { Viewer } from "@studydesk/domain/people/viewer";
import { addTemplateInput } from "@studydesk/domain/templates/template-inputs";
import { z } from "zod";

const languagesOf: Readonly<Record<string, readonly string[]>> = {
  CN: ["en", "zh"],
  US: ["en", "es"],
  ES: ["en", "es"],
};

const textsSchema = z.array(z.object({ name: z.string(), subject: z.string(), body: z.string() }));

export async function writeDemoTemplates(
  deps: Deps,
  author: Viewer,
  sites: readonly { id: number; countryCode: string }[],
): Promise<void> {
  for (const { id: siteId, countryCode } of sites) {
    for (const language of languagesOf[countryCode] ?? ["en"]) {
      const file = join(import.meta.dirname, "mail-templates", `${language}.json`);
      for (const text of textsSchema.parse(JSON.parse(await readFile(file, "utf8")))) {
        await writeTemplate(deps, author, addTemplateInput.parse({ siteId, language, ...text }));
      }
    }
  }
}
