// Says beside the phone field how the number is read, once somebody leaves it. Never in the way of sending.
import { describe, make } from "./form-parts";
import type { FormTalk } from "./form-talk";

export function explainPhone({ form, signal, words, announce }: FormTalk): void {
  const phone = form.querySelector<HTMLInputElement>("input[name=phone]");
  if (!phone) return;
  const reading = make("p", "hint read");
  reading.id = "phone-read";
  let asked = "";

  const clear = () => {
    asked = "";
    reading.remove();
    describe(phone, reading.id, false);
  };
  const explain = async () => {
    const typed = phone.value.trim();
    const site = Number(new FormData(form).get("site"));
    const question = JSON.stringify({
      phone: typed,
      language: document.documentElement.lang,
      ...(site > 0 ? { siteId: site } : {}),
    });
    const isWrong = phone.getAttribute("aria-invalid") === "true";
    if (typed === "" || isWrong || question === asked) return;
    asked = question;
    const read = await ask(question);
    if (!read || asked !== question) return;
    const { international, country } = read;
    // Numbers run from left to right in every script.
    reading.textContent = international
      ? words.phoneRead(`\u2066${international}\u2069`, country ?? "")
      : words.phoneDoubtful;
    phone.after(reading);
    describe(phone, reading.id, true);
    announce(reading.textContent);
  };
  phone.addEventListener("input", clear, { signal });
  phone.addEventListener("blur", explain, { signal });
  // A number without a country is read from the chosen study centre's.
  for (const choice of form.querySelectorAll("input[type=radio][name=site]")) {
    choice.addEventListener("change", explain, { signal });
  }
}

async function ask(
  question: string,
): Promise<{ international: string | null; country: string | null } | undefined> {
  try {
    const headers = { "content-type": "application/json" };
    const answer = await fetch("/api/form/phone", { method: "POST", headers, body: question });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
