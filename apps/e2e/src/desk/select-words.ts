// Words of a study's text, selected as a finger or a mouse would have selected them.
import type { Page } from "@playwright/test";

export async function selectWords(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    for (const field of document.querySelectorAll("[data-anchor-field]")) {
      const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Text && !node.parentElement?.closest("[data-notes]")) texts.push(node);
      }
      const whole = texts.map(({ data }) => data).join("");
      const at = whole.indexOf(wanted);
      if (at === -1) continue;
      const range = document.createRange();
      let passed = 0;
      for (const text of texts) {
        const [start, end] = [at - passed, at + wanted.length - passed];
        if (start >= 0 && start < text.data.length) range.setStart(text, start);
        if (end > 0 && end <= text.data.length) range.setEnd(text, end);
        passed += text.data.length;
      }
      field.scrollIntoView({ block: "center" });
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return;
    }
    throw new Error(`No field holds "${wanted}".`);
  }, words);
}
