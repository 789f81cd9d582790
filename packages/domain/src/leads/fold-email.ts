// Which addresses count as the same person's: letter case is no difference.

export function foldEmail(email: string): string {
  return email.normalize("NFC").toLowerCase();
}
