// This tab's own name, under which it holds leads: the same after a reload, another one in every tab.
const key = "studydesk.screen";
let made: string | undefined;

export function screenId(): string {
  made ??= readKept() ?? keep(crypto.randomUUID?.() ?? Math.random().toString(36).slice(2));
  return made;
}

function readKept(): string | undefined {
  try {
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function keep(id: string): string {
  try {
    sessionStorage.setItem(key, id);
  } catch {
    // A browser that keeps nothing: a reload is a new screen.
  }
  return id;
}
