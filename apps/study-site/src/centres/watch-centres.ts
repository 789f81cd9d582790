// Brings the script of the study centres when somebody asks for the nearest. Without it, or when it cannot
// be had, the form is sent like any other and answered with a whole page.
const finder = "form.finder";

export function watchCentres(): void {
  const find = () => import("./find-centres");
  document.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || !form.matches(finder)) return;
    event.preventDefault();
    const data = new FormData(form, submitter);
    find().then(
      ({ showNearest }) => showNearest(form, data),
      // Submitted by hand, a form passes this listener by.
      () => form.submit(),
    );
  });
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest(`${finder} .locate`) : null;
    const form = button?.closest<HTMLFormElement>(finder);
    if (form) void find().then(({ locate }) => locate(form));
  });
}
