import { expect, it } from "vitest";
import { wishWords } from "./wish-words";

const chicago = { name: "Chicago", lat: 41.88, lon: -87.63, radiusKm: 100 };

it.each([
  ["en", null, null, "Any condition, anywhere"],
  ["en", "Insomnia", chicago, "Insomnia, within 100 km (60 miles) of Chicago"],
  ["es", "Insomnio", chicago, "Insomnio, a menos de 100 km de Chicago"],
  ["zh", "失眠", chicago, "失眠，距Chicago100公里以内"],
  ["ar", "الأرق", chicago, "الأرق، في نطاق 100 كم من \u2068Chicago\u2069"],
  ["ar", null, null, "أي حالة مرضية، في أي مكان"],
] as const)(
  "says in %s what is wished: %s at %j is “%s”",
  (language, condition, area, expected) => {
    expect(wishWords(language, { condition, area })).toBe(expected);
  },
);
