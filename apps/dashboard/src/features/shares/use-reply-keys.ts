// Makes this browser one of those that open what comes from outside. The private half stays in the browser's own
// store: it is in no cache, and nothing that is kept with the page.
import type { ReplyKey } from "@studydesk/sealing/reply-key";
import { useMutation } from "@tanstack/react-query";
import { useCallback } from "react";
import { useMe } from "../../lib/me";
import { type RouterOutputs, useTRPC } from "../../lib/trpc";
import { browserName } from "./browser-name";
import { ownReplyKey } from "./reply-keys";

type KnownKeys = RouterOutputs["shares"]["registerReplyKey"];

export interface ReplyKeys extends KnownKeys {
  /** This browser's. */
  own: ReplyKey;
}

export const keepsNothing =
  "This browser keeps nothing on this device (a private window, perhaps), so it could not open an answer. Use an ordinary window of this browser.";

/** Gives undefined where the browser keeps nothing; throws when the server cannot be asked. */
export function useReplyKeys(): () => Promise<ReplyKeys | undefined> {
  const { userId } = useMe();
  const { mutateAsync: register } = useMutation(
    useTRPC().shares.registerReplyKey.mutationOptions(),
  );
  return useCallback(async () => {
    const own = await ownReplyKey(userId);
    if (!own) return undefined;
    const browser = browserName(navigator.userAgent);
    return { own, ...(await register({ publicKey: own.publicKey, browser })) };
  }, [userId, register]);
}
