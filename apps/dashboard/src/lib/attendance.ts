// Whether somebody is at this screen: what it asks by itself, all day, keeps nobody signed in.
const attendedMs = 5 * 60_000;
const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"];

/** Somebody opened it just now. Gives the question whether anybody is still there. */
export function watchAttendance(
  screen: Pick<EventTarget, "addEventListener">,
  now = Date.now,
): () => boolean {
  let seenAt = now();
  const see = () => {
    seenAt = now();
  };
  for (const sign of signs) screen.addEventListener(sign, see, { capture: true, passive: true });
  return () => now() - seenAt < attendedMs;
}
