// What a browser fetches for a page before anybody touches it: the page, and all that it names in its
// head, as sent (compressed).
import { get } from "node:http";

export interface Sent {
  path: string;
  bytes: number;
}

/** As on the wire: the body is not unpacked. */
function fetchPacked(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = { "accept-encoding": "br, gzip", "accept-language": "en" };
    get(url, { headers }, (res) => {
      const parts: Buffer[] = [];
      res.on("data", (part: Buffer) => parts.push(part));
      res.on("end", () => {
        if (res.statusCode === 200) resolve(Buffer.concat(parts));
        else reject(new Error(`${url} answered ${res.statusCode}.`));
      });
      res.on("error", reject);
    }).on("error", reject);
  });
}

export async function weighPage(url: string): Promise<Sent[]> {
  const html = await (await fetch(url, { headers: { "accept-language": "en" } })).text();
  const head = html.slice(0, html.indexOf("</head>"));
  const found = [...head.matchAll(/<(?:link|script)\b[^>]*?(?:href|src)="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => /^<script|rel="(?:stylesheet|icon|modulepreload|preload)"/.test(tag))
    .concat([...html.slice(head.length).matchAll(/<(?:script|img)\b[^>]*?src="([^"]+)"[^>]*>/g)])
    .map(([, path = ""]) => path);
  // Grows while it is walked: what a script imports at once is fetched with it.
  const paths = new Set([new URL(url).pathname, ...found]);
  const sent: Sent[] = [];
  for (const path of paths) {
    if (path.startsWith("data:")) continue;
    const { href } = new URL(path, url);
    sent.push({ path, bytes: (await fetchPacked(href)).byteLength });
    if (!path.endsWith(".js")) continue;
    for (const [, needed = ""] of (await (await fetch(href)).text()).matchAll(/from"([^"]+)"/g)) {
      paths.add(new URL(needed, href).pathname);
    }
  }
  return sent;
}
