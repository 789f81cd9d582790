// A person's name as their language writes it: family name first and without a space in Chinese,
// Japanese and Korean letters, first name first everywhere else.

const eastAsianLetters =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u;

export function fullName(person: { firstName: string; lastName: string }): string {
  const firstName = person.firstName.trim();
  const lastName = person.lastName.trim();
  if (eastAsianLetters.test(`${lastName}${firstName}`)) return `${lastName}${firstName}`;
  return `${firstName} ${lastName}`.trim();
}
