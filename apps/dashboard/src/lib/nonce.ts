// The number that lets this page's own styles through the content security policy. The server puts a
// fresh one into the shell; Mantine and the scroll lock of dialogs both need it.
import { setNonce } from "get-nonce";

const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
export const styleNonce = meta?.nonce ?? "";

if (styleNonce) setNonce(styleNonce);
