// The people and places of a registry record: whom to ask, who leads the study, where it runs.
import {
  overallStatuses,
  type StudyContact,
  type StudyLocation,
  type StudyOfficial,
} from "./imported-study";
import type { RegistryRecord } from "./registry-record";
import { present, readListed, readText } from "./registry-values";

type PlacesModule = NonNullable<RegistryRecord["protocolSection"]["contactsLocationsModule"]>;

export function readContacts(module: PlacesModule, leftovers: string[]): StudyContact[] {
  return (module.centralContacts ?? []).flatMap((contact, index) => {
    const name = readText(contact.name);
    const phone = readText(contact.phone);
    const extension = readText(contact.phoneExt);
    const email = readText(contact.email);
    if (!name && !phone && !email) {
      leftovers.push(`Contact ${index + 1} has no name, phone or e-mail; it was left out.`);
      return [];
    }
    const fullPhone = phone && extension ? `${phone} ext. ${extension}` : (phone ?? extension);
    const known = present({ role: readText(contact.role), phone: fullPhone, email });
    return [{ name: name ?? "Study contact", ...known }];
  });
}

export function readOfficials(module: PlacesModule, leftovers: string[]): StudyOfficial[] {
  return (module.overallOfficials ?? []).flatMap((official, index) => {
    const name = readText(official.name);
    if (name === undefined) {
      leftovers.push(`Official ${index + 1} has no name; the entry was left out.`);
      return [];
    }
    const { affiliation, role } = official;
    return [{ name, ...present({ affiliation: readText(affiliation), role: readText(role) }) }];
  });
}

function isOnEarth(point: { lat?: number | undefined; lon?: number | undefined }): boolean {
  return Math.abs(point.lat ?? 91) <= 90 && Math.abs(point.lon ?? 181) <= 180;
}

export function readLocations(module: PlacesModule, leftovers: string[]): StudyLocation[] {
  return (module.locations ?? []).flatMap((location, index) => {
    const entry = `Location ${index + 1}`;
    const city = readText(location.city);
    const country = readText(location.country);
    const facility = readText(location.facility) ?? city ?? country;
    if (facility === undefined) {
      leftovers.push(`${entry} names no facility, city or country; it was left out.`);
      return [];
    }
    if (!readText(location.facility)) {
      leftovers.push(`${entry} names no facility; it is shown as "${facility.slice(0, 60)}".`);
    }
    const point = location.geoPoint;
    if (point && !isOnEarth(point)) {
      leftovers.push(`${entry} has no usable position on the map; its distance cannot be shown.`);
    }
    const known = present({
      status: readListed(`${entry}: status`, overallStatuses, location.status, leftovers),
      city,
      state: readText(location.state),
      zip: readText(location.zip),
      country,
      ...(point && isOnEarth(point) ? { lat: point.lat, lon: point.lon } : {}),
    });
    return [{ facility, ...known }];
  });
}
