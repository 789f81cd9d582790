// One sending of a message, to the same address that the form without a script is sent to.

export type Posted =
  /** Where the answer page is. */
  | { to: string }
  /** What the server shows instead: the form with its faults, or where else to look. */
  | { shown: Element }
  /** Nobody answered, or nobody who could. */
  | "unreached"
  /** An answer that no script knows what to do with: the browser itself shall show it. */
  | "unknown";

const longestMs = 30_000;

export async function postForm(action: string, body: URLSearchParams): Promise<Posted> {
  let answer: Response;
  let html: string;
  try {
    const signal = AbortSignal.timeout(longestMs);
    answer = await fetch(action, { method: "POST", body, signal });
    html = await answer.text();
  } catch {
    return "unreached";
  }
  if (answer.redirected && answer.ok) return { to: answer.url };
  const page = new DOMParser().parseFromString(html, "text/html");
  const shown = page.querySelector("[data-answer]");
  if (shown) return { shown: document.adoptNode(shown) };
  return answer.status >= 500 ? "unreached" : "unknown";
}
