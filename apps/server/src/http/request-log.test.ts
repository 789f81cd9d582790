import { pino } from "pino";
import { expect, it } from "vitest";
import { guardLog } from "./request-log";

function logged(error: unknown): string {
  const lines: string[] = [];
  const log = guardLog(pino({ level: "info" }, { write: (line: string) => void lines.push(line) }));
  log.error({ err: error }, "failed");
  return lines.join("");
}

it("cuts out of an error's words what looks like a person", () => {
  const line = logged(
    new Error(
      'invalid input "Ada Lovelace" for ada@example.org, call +1 (202) 555-0143 or 2025550143',
    ),
  );
  expect(line).toContain("invalid input (quoted) for (address)");
  expect(line).not.toMatch(/Ada|example\.org|555-01|55501/);
});

it("keeps the kind, the code and the place of an error, and nothing else that hangs on it", () => {
  const error = Object.assign(new TypeError("duplicate key"), {
    code: "23505",
    detail: "Key (email)=(ada@example.org) already exists.",
    parameters: ["ada@example.org"],
    cause: new Error("ada@example.org"),
  });
  const line = logged(error);
  expect(line).toContain('"type":"TypeError"');
  expect(line).toContain('"code":"23505"');
  expect(line).toContain("request-log.test");
  expect(line).not.toContain("ada@");
});

it("tells of what is no error at all only what it is", () => {
  expect(logged("ada@example.org")).toContain('"type":"string"');
  expect(logged({ email: "ada@example.org" })).not.toContain("ada@");
});
