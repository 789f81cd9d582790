import { DomainError } from "@studydesk/domain/errors";
import { TRPCError } from "@trpc/server";
import { expect, it } from "vitest";
import { z } from "zod";
import { toTrpcError } from "./error-mapping";

const secretText = "555-0142 of Amara Voss";
const typed = z.object({ email: z.email() }).safeParse({ email: secretText });

function map(error: unknown) {
  const reported: unknown[] = [];
  const mapped = toTrpcError(error, "request-7", (fault) => reported.push(fault));
  return { code: mapped.code, message: mapped.message, cause: mapped.cause, reported };
}

it("passes on what the domain says, with its code and sentence", () => {
  const error = new DomainError("conflict", "Somebody was faster. Look again.");
  expect(map(error)).toMatchObject({ code: "CONFLICT", message: error.message, reported: [] });
});

it("names the fields of a wrong input, and nothing that was typed", () => {
  const mapped = map(new TRPCError({ code: "BAD_REQUEST", cause: typed.error }));
  expect(mapped).toMatchObject({ code: "BAD_REQUEST", reported: [] });
  expect(mapped.message).toContain("email");
  expect(mapped.message).not.toContain(secretText);
});

it("ends each sentence once", () => {
  const named = z.string().min(1, "Write a name.").safeParse("");
  const { message } = map(new TRPCError({ code: "BAD_REQUEST", cause: named.error }));
  expect(message).toBe("Please check what was sent. Write a name.");
});

it("reports every other throw as a fault and says only its number", () => {
  const stored = new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: typed.error });
  for (const error of [new Error(secretText), stored, secretText, undefined]) {
    const mapped = map(error);
    expect(mapped.code).toBe("INTERNAL_SERVER_ERROR");
    expect(mapped.message).toContain("request-7");
    expect(mapped.message).not.toContain(secretText);
    expect(mapped.cause).toBeUndefined();
    expect(mapped.reported).toEqual([error]);
  }
});
