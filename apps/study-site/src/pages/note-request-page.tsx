// The page behind every request link: shows what is asked for, and takes a note for who asks.
import type { PublicLanguage } from "@studydesk/domain/public-language";
import { noteRequest as t } from "../texts/en/note-request";
import { renderSealedPage, SealedPage, type SealedPageAssets } from "./sealed-page";

const needsScript: Readonly<Record<PublicLanguage, string>> = {
  en: "This page needs JavaScript, since your own device seals what you write. Allow it for this page and reload, or open the link in another browser.",
  es: "Esta página necesita JavaScript, porque es su propio dispositivo el que sella lo que escribe. Permítalo en esta página y vuelva a cargarla, o abra el enlace en otro navegador.",
  zh: "本页需要 JavaScript，因为您写的内容是在您自己的设备上加密的。请为本页启用后重新载入，或者用其他浏览器打开链接。",
  ar: "تحتاج هذه الصفحة إلى JavaScript لأن جهازك هو الذي يختم ما تكتبه. يُرجى السماح به في هذه الصفحة ثم إعادة تحميلها، أو فتح الرابط في متصفح آخر.",
};

export function renderNoteRequest(assets: SealedPageAssets | undefined): string {
  return renderSealedPage(
    <SealedPage assets={assets} t={t} needsScript={needsScript}>
      <p id="ask-progress" className="progress" role="status" />
      <p id="ask-problem" className="problem" role="alert" />
      <button id="ask-again" type="button" className="main" hidden>
        {t.again}
      </button>
    </SealedPage>,
  );
}
