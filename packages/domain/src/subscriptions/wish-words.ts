// A wish for alerts in the reader's own words, the same on the page and in the mail.
import { isolate } from "../isolate";
import type { PublicLanguage } from "../public-language";
import type { AlertArea, AlertWish } from "./subscription";

interface Words {
  anyCondition: string;
  anywhere: string;
  within: (distance: string, town: string) => string;
  join: (condition: string, place: string) => string;
}

const kilometresToMiles = 0.621371;

const words: Readonly<Record<PublicLanguage, Words>> = {
  en: {
    anyCondition: "Any condition",
    anywhere: "anywhere",
    within: (distance, town) => `within ${distance} of ${town}`,
    join: (condition, place) => `${condition}, ${place}`,
  },
  es: {
    anyCondition: "Cualquier enfermedad",
    anywhere: "en cualquier lugar",
    within: (distance, town) => `a menos de ${distance} de ${town}`,
    join: (condition, place) => `${condition}, ${place}`,
  },
  zh: {
    anyCondition: "任何疾病",
    anywhere: "任何地点",
    within: (distance, town) => `距${town}${distance}以内`,
    join: (condition, place) => `${condition}，${place}`,
  },
  ar: {
    anyCondition: "أي حالة مرضية",
    anywhere: "في أي مكان",
    within: (distance, town) => `في نطاق ${distance} من ${town}`,
    join: (condition, place) => `${condition}، ${place}`,
  },
};

/** "100 km (60 miles)" in English, kilometres alone elsewhere. */
export function distanceWords(language: PublicLanguage, km: number): string {
  if (language === "zh") return `${km}公里`;
  if (language === "ar") return `${km} كم`;
  if (language === "es") return `${km} km`;
  const miles = km * kilometresToMiles;
  const round = miles < 10 ? Math.max(1, Math.round(miles)) : Math.round(miles / 5) * 5;
  return `${km} km (${round} ${round === 1 ? "mile" : "miles"})`;
}

export function areaWords(language: PublicLanguage, area: AlertArea | null): string {
  const { anywhere, within } = words[language];
  if (!area) return anywhere;
  return within(distanceWords(language, area.radiusKm), isolate(language, area.name));
}

export function wishWords(
  language: PublicLanguage,
  { condition, area }: Pick<AlertWish, "condition" | "area">,
): string {
  const { anyCondition, join } = words[language];
  const about = condition === null ? anyCondition : isolate(language, condition);
  return join(about, areaWords(language, area));
}
