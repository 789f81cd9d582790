// Sends a note for a request, with the sum that keeps programs in a hurry out: done while the note is written,
// and anew when the server does not take it.
import type { ReplyContent } from "@studydesk/sealing/reply-content";
import { makeProofs } from "../form-script/make-proof";
import { type Parcel, prepareParcels, type SentWord, sendBack } from "./send-back";

export function prepareSending(request: {
  id: string;
  linkProof: string;
  publicKeys: readonly string[];
}): (content: ReplyContent) => Promise<SentWord> {
  const { id, linkProof, publicKeys } = request;
  const parcelOf = prepareParcels({ kind: "request", id, publicKeys });
  let proofs = makeProofs();
  const send = async (parcel: Parcel) => {
    const proof = await proofs.ready();
    const word = await sendBack("/api/note-request/send", { id, linkProof, ...parcel, proof });
    // Each serves once.
    if (word.kind === "sent" || word.kind === "unproven") proofs = makeProofs();
    return word;
  };
  return async (content) => {
    const parcel = await parcelOf(content);
    const word = await send(parcel);
    return word.kind === "unproven" ? send(parcel) : word;
  };
}
