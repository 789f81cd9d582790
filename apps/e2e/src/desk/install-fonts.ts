// Chinese and Arabic letters for pictures: a bare machine has none. The fonts come from npm packed for
// the web (WOFF 1.0); the browser's font search wants them unpacked, which is what stands here.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { inflateSync } from "node:zlib";

const require = createRequire(import.meta.url);
const packed = ["400", "700"].flatMap((weight) => [
  `@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`,
  `@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-${weight}-normal.woff`,
]);

/** Gives the file to set as FONTCONFIG_FILE for the browser. `bundledFonts` is the browser's own folder. */
export function installFonts(bundledFonts: string): string {
  const folder = join(tmpdir(), "studydesk-fonts");
  mkdirSync(folder, { recursive: true });
  for (const file of packed) {
    const font = unpackWoff(readFileSync(require.resolve(file)));
    writeFileSync(join(folder, basename(file, ".woff").concat(".ttf")), font);
  }
  const config = join(folder, "fonts.conf");
  writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${bundledFonts}</dir><dir>${folder}</dir><cachedir>${folder}/cache</cachedir></fontconfig>\n`,
  );
  return config;
}

/** https://www.w3.org/TR/WOFF/: a header, a directory of tables each deflated or plain; the same as sfnt. */
function unpackWoff(woff: Buffer): Buffer {
  const tables = woff.readUInt16BE(12);
  const headerBytes = 12 + tables * 16;
  const head = Buffer.alloc(headerBytes);
  woff.copy(head, 0, 4, 8);
  const power = 2 ** Math.floor(Math.log2(tables));
  head.writeUInt16BE(tables, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(tables * 16 - power * 16, 10);
  const parts: Buffer[] = [head];
  let offset = headerBytes;
  for (let index = 0; index < tables; index++) {
    const entry = 44 + index * 20;
    const start = woff.readUInt32BE(entry + 4);
    const packedBytes = woff.readUInt32BE(entry + 8);
    const bytes = woff.readUInt32BE(entry + 12);
    const stored = woff.subarray(start, start + packedBytes);
    const table = packedBytes < bytes ? inflateSync(stored) : stored;
    const row = 12 + index * 16;
    woff.copy(head, row, entry, entry + 4);
    woff.copy(head, row + 4, entry + 16, entry + 20);
    head.writeUInt32BE(offset, row + 8);
    head.writeUInt32BE(bytes, row + 12);
    const padding = Buffer.alloc((4 - (bytes % 4)) % 4);
    parts.push(table, padding);
    offset += bytes + padding.length;
  }
  return Buffer.concat(parts);
}
