/** Whose clock a zone goes by: "Asia/Shanghai" → "Shanghai". */
export function placeOfZone(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
