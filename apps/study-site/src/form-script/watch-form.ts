// Brings the form's script when it is wanted: the form comes into sight or is touched, or something
// that was typed before is kept on this device.
import { hasKept } from "./kept-form";

export function watchForm(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-study]");
  // Browsers that lack what the script is written with have the form as it is.
  if (!form || !("toWellFormed" in String.prototype) || !("inert" in form)) return;
  let isStarted = false;
  const start = async () => {
    if (isStarted) return;
    isStarted = true;
    sight.disconnect();
    try {
      const { startForm } = await import("./start-form");
      await startForm(form);
    } catch {
      // No connection just now: the form works without, and the next touch tries again.
      isStarted = false;
    }
  };
  const sight = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void start();
    },
    { rootMargin: "200px" },
  );
  sight.observe(form);
  form.addEventListener("focusin", start);
  form.addEventListener("pointerover", start);
  if (hasKept(form)) void start();
}
