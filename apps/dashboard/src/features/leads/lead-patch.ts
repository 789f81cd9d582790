// What a change is expected to do to one lead, shown before the server answers, and taken back for that
// lead alone: a later edit of the same lead, or of another, is not undone with it.

/** The lead as the change will leave it. */
export function applyPatch<Lead extends object>(lead: Lead, patch: Partial<Lead>): Lead {
  return { ...lead, ...patch };
}

/** The lead without the patch: only what still shows the patched value goes back to what it was. */
export function takeBack<Lead extends Row, Row extends object>(
  lead: Lead,
  patch: Partial<Row>,
  before: Row,
): Lead {
  const restored = Object.entries(before).filter(
    ([key]) => key in patch && Object.is(Reflect.get(lead, key), Reflect.get(patch, key)),
  );
  return { ...lead, ...Object.fromEntries(restored) };
}
