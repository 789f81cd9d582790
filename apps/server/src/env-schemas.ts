// What each variable may hold. Messages continue the variable's name: "PORT must be …".
import { isIP, isIPv4 } from "node:net";
import { isPostgresUrl } from "@studydesk/db/open-database";
import { z } from "zod";

/** As in a URL, with brackets, or as one listens on it. */
export function isLoopbackHost(host: string): boolean {
  return ["127.0.0.1", "localhost", "::1", "[::1]"].includes(host);
}

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

export const portSchema = z
  .string()
  .regex(/^\d{1,5}$/, "must be a whole number from 0 to 65535")
  .transform(Number)
  .refine((port) => port <= 65535, "must be a whole number from 0 to 65535");

export const hostSchema = z
  .string()
  .regex(/^[\w.:-]+$/, "must be an address or a name to listen on, without a scheme or a port");

export const logLevelSchema = z.enum(logLevels, `must be one of ${logLevels.join(", ")}`);

function urlWith(protocols: readonly string[], problem: string) {
  return z.string().refine((value) => {
    const url = URL.parse(value);
    return url !== null && protocols.includes(url.protocol) && url.hostname !== "";
  }, problem);
}

export const smtpUrlSchema = urlWith(["smtp:", "smtps:"], "must start with smtp:// or smtps://");

export const databaseUrlSchema = z
  .string()
  .refine(
    (value) => isPostgresUrl(value) && URL.canParse(value),
    "must be a PostgreSQL address; without it the data folder holds a SQLite file",
  );

export const addressSchema = z.email("must be one mail address");

export const mailFromSchema = z
  .string()
  .regex(/^([^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, "must be an e-mail address");

const webUrlSchema = urlWith(
  ["https:", "http:"],
  "must be a whole address, starting with https://",
).transform((value) => new URL(value));

const secureUrlSchema = webUrlSchema.refine(
  (url) => url.protocol === "https:" || isLoopbackHost(url.hostname),
  "must start with https:// (http is only for this machine itself)",
);

export const baseUrlSchema = secureUrlSchema
  .refine(
    (url) => url.pathname === "/" && !url.search && !url.hash && !url.username,
    "must be a host without a path: Studydesk has a host of its own",
  )
  .transform((url) => url.origin);

/** Where the registry's API is, without a slash at the end. */
export const registryUrlSchema = secureUrlSchema
  .refine(isAddressAlone, "must be an address alone, without a name, a question mark or a fragment")
  .transform(addressOf);

/** Where a model's API is, with its scheme: without a key, plain http may be far away, too. */
export const aiUrlSchema = webUrlSchema.refine(
  isAddressAlone,
  "must be an address alone; a key belongs in the file that AI_KEY_FILE names",
);

function isAddressAlone(url: URL): boolean {
  return !url.search && !url.hash && !url.username && !url.password;
}

/** Without a slash at the end. */
export function addressOf(url: URL): string {
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

const hoursProblem = "must be a whole number of hours from 1 to 8760";

export const hoursSchema = z
  .string()
  .regex(/^\d{1,4}$/, hoursProblem)
  .transform(Number)
  .refine((hours) => hours >= 1 && hours <= 8760, hoursProblem);

function isAddressOrRange(text: string): boolean {
  if (text === "loopback") return true;
  const [address = "", bits, ...rest] = text.split("/");
  const most = isIPv4(address) ? 32 : 128;
  if (!isIP(address) || rest.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= most);
}

const noProxies =
  "must be the number of proxies in front (1 to 9) or their addresses, with commas between";

/** How many proxies stand in front, or which addresses they have; never "trust everyone". */
export const trustProxySchema = z.union(
  [
    z
      .string()
      .regex(/^[1-9]$/)
      .transform(Number),
    z.literal(["0", "false", "off", "no"]).transform(() => false as const),
    z
      .string()
      .transform((list) => list.split(",").map((address) => address.trim()))
      .refine((addresses) => addresses.every(isAddressOrRange), noProxies),
  ],
  noProxies,
);
