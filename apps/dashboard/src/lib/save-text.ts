// Hands a text that is here already to the browser, as a file.

export function saveText(file: { fileName: string; contentType: string; text: string }): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file.text], { type: file.contentType }));
  link.download = file.fileName;
  link.click();
  // The browser has begun with it by then.
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
