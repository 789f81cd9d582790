// How far two points of the earth are apart, as the crow flies.

export interface Point {
  lat: number;
  lon: number;
}

const earthRadiusKm = 6371;

/** In kilometres along the earth's surface. */
export function distanceKm(a: Point, b: Point): number {
  const rad = Math.PI / 180;
  const lat = Math.sin(((b.lat - a.lat) * rad) / 2) ** 2;
  const lon = Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  const half = lat + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * lon;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(half)));
}

const kmPerMile = 1.609344;

/** A distance that a person would say: exact to one up to ten, to five up to a hundred, then to ten. */
export function sayableDistance(km: number, unit: "km" | "mi"): number {
  const exact = unit === "km" ? km : km / kmPerMile;
  const step = exact < 10 ? 1 : exact < 100 ? 5 : 10;
  return Math.max(1, Math.round(exact / step) * step);
}
