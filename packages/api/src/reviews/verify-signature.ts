// Holds a kept signature against its own digests: whether what was signed, and by whom, when and in which
// meaning, is still what it was.
import type { StoredSignature } from "@studydesk/db/reviews/signature-queries";
import { canonicalSignatureText, type SignatureCheck } from "@studydesk/domain/reviews/signature";
import { sha256 } from "../sha256";

export function verifySignature(signature: StoredSignature): SignatureCheck {
  if (sha256(canonicalSignatureText(signature)) !== signature.sha256) return "altered";
  if (signature.content === null) return "erased";
  return sha256(signature.content) === signature.contentSha256 ? "matches" : "altered";
}
