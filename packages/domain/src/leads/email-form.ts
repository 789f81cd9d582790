// What is taken for an e-mail address: practical, not complete. What mail servers in use accept, and
// nothing that could be a list of addresses.

const emailForm =
  /^[^\s@<>()[\],;:"\\]{1,64}@(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,}$/u;

/** Characters that an address may have in all. */
export const longestEmail = 254;

export function isEmail(email: string): boolean {
  return emailForm.test(email) && !/^\.|\.\.|\.@/.test(email);
}
