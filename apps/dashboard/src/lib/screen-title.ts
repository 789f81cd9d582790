// The tab's title: the screen's name, and in front of it how much has just fallen due.
let screen = "Studydesk";
let due = 0;

export function setScreenTitle(title: string): void {
  screen = title;
  write();
}

export function setDueInTitle(count: number): void {
  due = count;
  write();
}

function write(): void {
  document.title = due > 0 ? `(${due}) ${screen}` : screen;
}
