// A button that works is disabled meanwhile, and browsers let go of what is disabled: whoever works by keys
// would begin at the top of the page again. Once it can be pressed again it has the focus back, unless that
// went elsewhere. For every button there is, once.

export function keepFocus(page: Document): void {
  let focused: EventTarget | null = null;
  page.addEventListener("focusin", ({ target }) => {
    focused = target;
  });
  page.addEventListener("focusout", ({ target }) => {
    // Left by the person, not by having been disabled.
    if (target instanceof HTMLElement && !target.matches(":disabled")) focused = null;
  });
  const watch = new MutationObserver((changes) => {
    for (const { target } of changes) {
      if (target !== focused || !(target instanceof HTMLElement)) continue;
      if (target.matches(":disabled") || page.activeElement !== page.body) continue;
      target.focus({ preventScroll: true });
    }
  });
  watch.observe(page, { attributes: true, attributeFilter: ["disabled"], subtree: true });
}
