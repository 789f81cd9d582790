// An international number in groups that can be read across a desk and dialled without losing the place.

const twoDigitCodes = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** "+862155550142" → "+86 215 555 0142"; what is no E.164 number stays as it is. */
export function readablePhone(number: string): string {
  const digits = /^\+(\d{6,15})$/.exec(number)?.[1];
  if (!digits) return number;
  const codeLength = /^[17]/.test(digits) ? 1 : twoDigitCodes.test(digits) ? 2 : 3;
  return [`+${digits.slice(0, codeLength)}`, ...groups(digits.slice(codeLength))].join(" ");
}

/** Threes from the front; the last group has four digits where three would leave a single one. */
function groups(digits: string): string[] {
  if (digits.length === 8) return [digits.slice(0, 4), digits.slice(4)];
  if (digits.length <= 4) return [digits];
  return [digits.slice(0, 3), ...groups(digits.slice(3))];
}
