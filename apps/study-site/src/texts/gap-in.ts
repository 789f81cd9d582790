// What stands between two sentences: Chinese full stops bring their own room.

/** `language`: a page's, or the tag that its dates are written by. */
export function gapIn(language: string): string {
  return language.startsWith("zh") ? "" : " ";
}
