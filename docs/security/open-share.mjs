// Opens a sealed share with nothing but Node 24: a second reading of packages/sealing, which it does not
// import. What it needs to know stands in vectors.md beside it.
//   node open-share.mjs https://desk.example.org/n/<id>#1.<secret>      asks for the passcode
//   node open-share.mjs --vectors ../../packages/sealing/src/vectors.json
import { argon2Sync, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline/promises";

const bytes = (text) => Buffer.from(text, "base64url");
const hkdf = (material, salt, info) => Buffer.from(hkdfSync("sha256", material, salt, info, 32));

/** Ten Crockford characters are read as such; anything else is a person's own words. */
function normalize(typed) {
  const text = typed.normalize("NFKC");
  const bare = text.replace(/[\s\p{Pd}\p{Cf}\u2212_]/gu, "");
  if (!/^[0-9A-TV-Za-tv-z]{10}$/.test(bare)) {
    return text.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, "");
  }
  return bare.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
}

function keysOf(secret, typed) {
  const link = bytes(secret);
  const stretched = argon2Sync("argon2id", {
    message: Buffer.from(normalize(typed)),
    nonce: hkdf(link, "", "salt"),
    memory: 64 * 1024,
    passes: 3,
    parallelism: 1,
    tagLength: 32,
  });
  return {
    linkProof: hkdf(link, "", "link").toString("base64url"),
    authKey: hkdf(stretched, link, "auth").toString("base64url"),
    encKey: hkdf(stretched, link, "enc"),
  };
}

/** Throws when one bit differs from what was sealed under this id. */
function unseal({ id, iv, ciphertext }, encKey) {
  const sealed = bytes(ciphertext);
  const decipher = createDecipheriv("aes-256-gcm", encKey, bytes(iv), { authTagLength: 16 });
  decipher.setAAD(Buffer.concat([Buffer.of(1), bytes(id)]));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return JSON.parse(padded.subarray(4, 4 + padded.readUInt32BE(0)).toString("utf8"));
}

async function openLink(address, typed) {
  const [, origin, id, secret] = /^(https?:\/\/[^/]+)\/n\/([\w-]{22})#1\.([\w-]{43})$/.exec(
    address,
  );
  const { encKey, ...proofs } = keysOf(secret, typed);
  const answer = await fetch(`${origin}/api/share/open`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ id, ...proofs, nonce: randomBytes(16).toString("base64url") }),
  });
  const body = await answer.json();
  if (!answer.ok) throw new Error(`${answer.status} ${body.reason}`);
  return unseal({ id, ...body }, encKey);
}

if (import.meta.main) {
  const [first = "", file = ""] = process.argv.slice(2);
  if (first === "--vectors") {
    for (const vector of JSON.parse(readFileSync(file, "utf8")).vectors) {
      const { encKey } = keysOf(vector.secret, vector.typed);
      stdout.write(`${JSON.stringify(unseal(vector, encKey), null, 2)}\n`);
    }
  } else {
    const ask = createInterface({ input: stdin, output: stdout });
    const typed = await ask.question("Passcode: ");
    ask.close();
    stdout.write(`${JSON.stringify(await openLink(first, typed), null, 2)}\n`);
  }
}
