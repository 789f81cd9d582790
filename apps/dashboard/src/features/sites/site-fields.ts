// What is typed about a site, and where two versions of it differ.
import type { RouterInputs, RouterOutputs } from "../../lib/trpc";

export type Site = RouterOutputs["sites"]["list"]["sites"][number];
export type SiteFields = RouterInputs["sites"]["create"];

const fieldNames: Readonly<Record<keyof SiteFields, string>> = {
  name: "Name",
  city: "City",
  countryCode: "Country",
  timeZone: "Time zone",
  promiseHours: "Promise, in hours",
};

interface Difference {
  field: string;
  mine: string;
  theirs: string;
}

export function fieldsOf({ name, city, countryCode, timeZone, promiseHours }: Site): SiteFields {
  return { name, city, countryCode, timeZone, promiseHours };
}

export function differences(mine: SiteFields, theirs: SiteFields): Difference[] {
  const fields: readonly (keyof SiteFields)[] = [
    "name",
    "city",
    "countryCode",
    "timeZone",
    "promiseHours",
  ];
  return fields
    .filter((field) => mine[field] !== theirs[field])
    .map((field) => ({
      field: fieldNames[field],
      mine: String(mine[field]),
      theirs: String(theirs[field]),
    }));
}
