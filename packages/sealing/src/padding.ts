// Plain bytes are padded to steps of 1 KiB before they are sealed, so that a ciphertext's size
// says only roughly how much was written: length (4 bytes, big-endian) ‖ bytes ‖ zeros.

const lengthBytes = 4;
const step = 1024;

/** 32 KiB once padded: what a share may hold. */
export const maxContentBytes = 32 * step - lengthBytes;

export function padContent(content: Uint8Array): Uint8Array<ArrayBuffer> {
  if (content.length > maxContentBytes) throw new RangeError("More than a share may hold");
  const padded = new Uint8Array(Math.ceil((lengthBytes + content.length) / step) * step);
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, lengthBytes);
  return padded;
}

/** Undefined for what `padContent` cannot have made. */
export function unpadContent(padded: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  if (padded.length < step) return undefined;
  const length = new DataView(padded.buffer, padded.byteOffset).getUint32(0);
  const isExact = Math.ceil((lengthBytes + length) / step) * step === padded.length;
  if (!isExact || length > maxContentBytes) return undefined;
  if (padded.subarray(lengthBytes + length).some((byte) => byte !== 0)) return undefined;
  return padded.slice(lengthBytes, lengthBytes + length);
}
