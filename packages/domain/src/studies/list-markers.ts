// What stands before a list item: a bullet, a number, a letter. Letters count only in sequence,
// because "E. coli" at the start of a line is a bacterium and no fifth point.

export type ListMarker = {
  /** Items of one list share it: "*", "1.", "1)", "a.", "(i)", "1.1". */
  style: string;
  /** Absent for bullets. */
  ordinal?: number;
  /** How many characters of the line it takes. */
  length: number;
};

const bullet = /^(?:[*\-–—•·●◦▪■□‣⁃○∙➢✓](?:\s+|$)|[*\-–•·●◦▪■‣](?=[\p{L}])|o\s+(?=\p{Lu}))/u;
const number = /^#?(\d{1,3})\s?([.)、．]{1,2})(?:\s+|$|(?=[\p{L}("'“<>≤≥\\]))/u;
const dashedNumber = /^(\d{1,2})(?:[-–]\s+(?=\p{L})|\s[-–]\s+(?=\p{Lu}))/u;
const parenthesised = /^\((\d{1,3}|[a-z]|[ivx]{2,5}|[A-Z]|[IVX]{2,5})\)(?:\s+|$|(?=\p{L}))/u;
const letter = /^([a-z]|[A-Z]|[ivx]{2,5}|[IVX]{2,5})([.)])(?:\s+|$)/u;
const levels = /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)]\s+|\s+(?=\p{Lu}))/u;

const romans = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split(" ");

/** A reader for the lines of one text, in order; it remembers how far each lettered list has come. */
export function createMarkerReader(
  lines: readonly string[],
): (content: string) => ListMarker | undefined {
  const leading = new Set(lines.map((line) => /^\w{1,2}[.)]/.exec(line.trimStart())?.[0]));
  const reached = new Map<string, number>();

  function readLetter(content: string): ListMarker | undefined {
    const found = letter.exec(content);
    if (!found?.[1] || !found[2]) return undefined;
    const [, sign, mark] = found;
    const isUpper = sign === sign.toUpperCase();
    const roman = romans.indexOf(sign.toLowerCase()) + 1;
    const alpha = sign.length === 1 ? sign.toLowerCase().charCodeAt(0) - 96 : 0;
    const readings = [
      {
        style: `${isUpper ? "I" : "i"}${mark}`,
        value: roman,
        next: isUpper ? `II${mark}` : `ii${mark}`,
      },
      {
        style: `${isUpper ? "A" : "a"}${mark}`,
        value: alpha,
        next: isUpper ? `B${mark}` : undefined,
      },
    ].filter((reading) => reading.value > 0);
    const fits =
      readings.find(({ style, value }) => value > 1 && reached.get(style) === value - 1) ??
      readings.find(
        ({ value, next }) => value === 1 && (next === undefined || leading.has(next)),
      ) ??
      readings.find(({ style, value }) => value > 2 && reached.get(style) === value - 2);
    if (!fits) return undefined;
    reached.set(fits.style, fits.value);
    return { style: fits.style, ordinal: fits.value, length: found[0].length };
  }

  function readLevels(content: string): ListMarker | undefined {
    const found = levels.exec(content);
    if (!found?.[1]) return undefined;
    const steps = found[1].split(".");
    const ordinal = Number(steps.pop());
    const place = `level ${steps.join(".")}`;
    if (ordinal !== 1 && reached.get(place) !== ordinal - 1) return undefined;
    reached.set(place, ordinal);
    return { style: `1${".1".repeat(steps.length)}`, ordinal, length: found[0].length };
  }

  return (content) => {
    const bulleted = bullet.exec(content);
    if (bulleted) return { style: content.charAt(0), length: bulleted[0].length };
    const numbered = number.exec(content);
    if (numbered) {
      return { style: `1${numbered[2]}`, ordinal: Number(numbered[1]), length: numbered[0].length };
    }
    const dashed = dashedNumber.exec(content);
    if (dashed) return { style: "1-", ordinal: Number(dashed[1]), length: dashed[0].length };
    const inside = parenthesised.exec(content);
    if (inside?.[1]) {
      const style = /\d/.test(inside[1]) ? "(1)" : "(a)";
      const ordinal =
        style === "(1)" ? Number(inside[1]) : inside[1].toLowerCase().charCodeAt(0) - 96;
      return { style, ordinal, length: inside[0].length };
    }
    return readLevels(content) ?? readLetter(content);
  };
}
