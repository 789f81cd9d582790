// From chosen notes to a link: sealed in a worker, kept by the server, remembered here so that it can be
// taken back. What was sealed but perhaps not kept is sent again as it is.
import { encodeBase64url } from "@studydesk/sealing/base64url";
import { type MadeSeal, sealInWorker } from "@studydesk/sealing/seal-in-worker";
import { makeShareLink } from "@studydesk/sealing/share-link";
import type { SharePayload } from "@studydesk/sealing/share-payload";
import type { NotesShareTexts } from "../texts/en/notes-share";
import { keepShare } from "./ask-visitor-shares";
import type { NoteStore } from "./note-store";

export interface ShareChoices {
  payload: SharePayload;
  passcode: string;
  label: string;
  expiresInDays: number;
  maxViews: number;
}

export type MadeShare = { link: string; passcode: string } | { problem: string };

type Sealed = MadeSeal & { revokeKey: string };

export function createShareMaker(t: NotesShareTexts, store: NoteStore, study: string) {
  let unsent: { of: string; sealed: Sealed } | undefined;
  return async function makeShare(
    choices: ShareChoices,
    tell: (words: string) => void,
  ): Promise<MadeShare> {
    if (!navigator.onLine) return { problem: t.offline };
    const { payload, passcode, expiresInDays, maxViews } = choices;
    const of = JSON.stringify([payload, passcode]);
    if (unsent?.of !== of) {
      tell(t.sealing);
      const result = await sealInWorker({ payload, passcode });
      if ("refused" in result) return { problem: t.refusals[result.refused] };
      const revokeKey = encodeBase64url(crypto.getRandomValues(new Uint8Array(32)));
      unsent = { of, sealed: { ...result.made, revokeKey } };
    }
    const { sealed, link, revokeKey } = unsent.sealed;
    tell(t.keeping);
    const word = await keepShare({ ...sealed, revokeKey, expiresInDays, maxViews });
    if (word.kind === "throttled") return { problem: t.throttled(word.minutes) };
    if (word.kind === "unreachable") return { problem: t.offline };
    if (word.kind !== "known") return { problem: t.failed };
    unsent = undefined;
    await store.saveShare({
      id: sealed.id,
      revokeKey,
      study,
      label: choices.label.trim(),
      noteCount: payload.notes.length,
      madeAt: new Date().toISOString(),
      expiresAt: word.share.expiresAt,
    });
    return { link: location.origin + makeShareLink(link), passcode };
  };
}
