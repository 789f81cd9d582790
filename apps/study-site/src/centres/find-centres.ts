// Puts the study centres in order without leaving the page: the server sorts, and its list takes the place
// of the one that is shown. Where the browser knows its place, that is rounded to a tenth of a degree, some
// ten kilometres, before it leaves the device.

export async function showNearest(form: HTMLFormElement, data: FormData): Promise<void> {
  const section = form.closest("section");
  if (!section) return form.submit();
  section.setAttribute("aria-busy", "true");
  try {
    const body = new URLSearchParams();
    for (const [name, value] of data) if (typeof value === "string") body.append(name, value);
    const response = await fetch(form.action, {
      method: "POST",
      headers: { "x-part": "centres" },
      body,
    });
    const received = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = received.querySelector("section#centres");
    if (!fresh) return form.submit();
    section.replaceWith(document.adoptNode(fresh));
    // The town stays in hand for who types on; what was found is told by the form's status line.
    document.querySelector<HTMLInputElement>("form.finder #town")?.focus({ preventScroll: true });
    announce(document.querySelector("form.finder [role=status]"));
  } catch {
    // No connection: the browser's own way of saying so.
    form.submit();
  } finally {
    section.removeAttribute("aria-busy");
  }
}

export function locate(form: HTMLFormElement): void {
  const status = form.querySelector("[role=status]");
  const say = (words: string | undefined) => {
    if (status) status.textContent = words ?? "";
  };
  say(form.dataset.locating);
  if (!("geolocation" in navigator)) {
    say(form.dataset.refused);
    return;
  }
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const data = new FormData();
      data.set("lat", rounded(coords.latitude));
      data.set("lon", rounded(coords.longitude));
      void showNearest(form, data);
    },
    () => say(form.dataset.refused),
    { maximumAge: 600_000, timeout: 15_000 },
  );
}

export function rounded(degrees: number): string {
  return (Math.round(degrees * 10) / 10).toFixed(1);
}

/** A live region that came with its words is silent in some screen readers: they are put in again. */
function announce(status: Element | null): void {
  if (!status) return;
  const words = [...status.childNodes];
  status.replaceChildren();
  requestAnimationFrame(() => status.replaceChildren(...words));
}
