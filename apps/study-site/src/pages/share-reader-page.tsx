// The page behind every share link: asks for the passcode.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { reader as t } from "../texts/en/reader";
import { renderSealedPage, SealedPage, type SealedPageAssets } from "./sealed-page";

const needsScript: Readonly<Record<PublicLanguage, string>> = {
  en: "This page needs JavaScript, since your own device unlocks the note. Allow it for this page and reload, or open the link in another browser.",
  es: "Esta página necesita JavaScript, porque es su propio dispositivo el que abre la nota. Permítalo en esta página y vuelva a cargarla, o abra el enlace en otro navegador.",
  zh: "本页需要 JavaScript，因为笔记是在您自己的设备上解开的。请为本页启用后重新载入，或者用其他浏览器打开链接。",
  ar: "تحتاج هذه الصفحة إلى JavaScript لأن جهازك هو الذي يفتح الملاحظة. يُرجى السماح به في هذه الصفحة ثم إعادة تحميلها، أو فتح الرابط في متصفح آخر.",
};

export function renderShareReader(assets: SealedPageAssets | undefined): string {
  return renderSealedPage(
    <SealedPage assets={assets} t={t} needsScript={needsScript}>
      <AskForm />
    </SealedPage>,
  );
}

/** The field has no name: whatever happens to the script, no form can send what was typed. */
function AskForm() {
  return (
    <form id="ask-form" hidden noValidate>
      <label id="passcode-label" htmlFor="passcode">
        {t.passcode}
      </label>
      <input
        id="passcode"
        type="text"
        // On a page in Arabic, too, the groups of a passcode stand in the order in which they are read out.
        dir="auto"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby="passcode-hint ask-problem"
        required
      />
      <p id="passcode-hint" className="hint">
        {t.passcodeHint}
      </p>
      <p id="ask-problem" className="problem" role="alert" />
      <button id="ask-open" type="submit" className="main">
        {t.open}
      </button>
      <div className="progress">
        <p id="ask-progress" role="status" />
        <progress id="ask-bar" aria-hidden="true" hidden />
      </div>
    </form>
  );
}
