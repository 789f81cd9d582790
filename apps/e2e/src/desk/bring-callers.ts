// A morning of work for Today.
import type { Page } from "@playwright/test";

/** People who called while nobody was there, typed in by the night's receptionist. */
export async function bringCallers(page: Page, callers: number): Promise<void> {
  await page.evaluate(async (count) => {
    const ask = async (path: string, input: unknown): Promise<unknown> => {
      const answer = await fetch(`/api/trpc/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
      return answer.json();
    };
    for (let n = 0; n < count; n += 1) {
      const letter = String.fromCharCode(65 + n);
      await ask("leads.add", {
        studyId: 1,
        siteId: 1,
        firstName: `Caller${letter}`,
        lastName: `Morningside-${letter}`,
        phone: `025 5555 01${String(40 + n)}`,
        consentGiven: true,
      });
    }
  }, callers);
}
