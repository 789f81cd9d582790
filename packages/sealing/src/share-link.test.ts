import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeBase64url } from "./base64url";
import { makeShareLink, parseShareLink } from "./share-link";

const id = "AQgPFh0kKzI5QEdOVVxjag";
const secret = "ZGtyeYCHjpWco6qxuL_GzdTb4unw9_4FDBMaISgvNj0";

describe("A share's link", () => {
  it("comes back as it was made, from a path or a whole address", () => {
    const bytes = (length: number) =>
      fc
        .uint8Array({ minLength: length, maxLength: length })
        .map((value) => encodeBase64url(value));
    fc.assert(
      fc.property(fc.record({ id: bytes(16), secret: bytes(32) }), (link) => {
        expect(parseShareLink(makeShareLink(link))).toEqual(link);
        expect(parseShareLink(`https://desk.example.org${makeShareLink(link)}`)).toEqual(link);
        expect(parseShareLink(`http://127.0.0.1:3000${makeShareLink(link)}`)).toEqual(link);
      }),
    );
  });

  it("keeps the secret behind the fragment's sign, where no server sees it", () => {
    const [sent] = makeShareLink({ id, secret }).split("#");
    expect(sent).toBe(`/n/${id}`);
  });

  it.for([
    "",
    `/n/${id}`,
    `/n/${id}#`,
    `/n/${id}#${secret}`,
    `/n/${id}#2.${secret}`,
    `/n/${id}#01.${secret}`,
    `/n/${id}#1.${secret}.`,
    `/n/${id}#1.${secret}=`,
    `/n/${id}#1.${secret}\n`,
    ` /n/${id}#1.${secret}`,
    `/n/${id}#1.${secret.slice(1)}`,
    `/n/${id}#1.A${secret}`,
    `/n/${id.slice(1)}#1.${secret}`,
    `/n/${id}A#1.${secret}`,
    `/n/${id}/#1.${secret}`,
    `/n/${id}?secret=1#1.${secret}`,
    `/n/${id.slice(0, -1)}h#1.${secret}`,
    `/n/${id}#1.${secret.slice(0, -1)}1`,
    `/s/${id}#1.${secret}`,
    `/en/n/${id}#1.${secret}`,
    `ftp://example.org/n/${id}#1.${secret}`,
    `javascript:/n/${id}#1.${secret}`,
    `n/${id}#1.${secret}`,
  ])("is not %j", (text) => {
    expect(parseShareLink(text)).toBeUndefined();
  });
});
