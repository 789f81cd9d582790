// In which letters a file is written: those that spreadsheets write, by the names that a TextDecoder knows.

export const textEncodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "gb18030"] as const;
export type TextEncoding = (typeof textEncodings)[number];

export const textEncodingLabels: Readonly<Record<TextEncoding, string>> = {
  "utf-8": "Unicode (UTF-8)",
  "utf-16le": "Unicode (UTF-16)",
  "utf-16be": "Unicode (UTF-16, big-endian)",
  "windows-1252": "Western European (Windows-1252, Latin-1)",
  gb18030: "Chinese (GB 18030)",
};

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

export const delimiterLabels: Readonly<Record<Delimiter, string>> = {
  ",": "Comma",
  ";": "Semicolon",
  "\t": "Tab",
  "|": "Vertical bar",
};
