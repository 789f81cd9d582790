// One address's mail about what opened: each study once, with the nearest way to say how far it is, and
// the wishes it fits with the links that change or end them.
import type { NewMail } from "@studydesk/db/outbox/outbox-queries";
import type { OpenOpening } from "@studydesk/db/subscriptions/opening-queries";
import type { Subscription } from "@studydesk/db/subscriptions/subscription-queries";
import { sayableDistance } from "@studydesk/domain/distance";
import { type PublicLanguage, pathIn } from "@studydesk/domain/public-language";
import type { OpenedStudy, Opening } from "@studydesk/domain/subscriptions/opening";
import type { AlertArea } from "@studydesk/domain/subscriptions/subscription";
import { renderMail } from "@studydesk/mail/render-mail";
import { type AlertStudy, studyAlert } from "@studydesk/mail/templates/study-alert";
import type { Deps } from "../deps";
import { preferencesUrl, unsubscribeUrl } from "./alert-links";
import { toWish } from "./read-wish";
import { titleIn } from "./terms-of-study";

export interface Fitting {
  subscription: Subscription;
  studies: OpenedStudy<OpenOpening & Opening>[];
}

/** Undefined: nothing fits. In the language of the newest subscription that something fits. */
export function writeAlert(
  deps: Pick<Deps, "baseUrl" | "keys">,
  fitting: readonly Fitting[],
): Omit<NewMail, "at" | "baseUrl"> | undefined {
  const newest = fitting.at(-1)?.subscription;
  if (!newest) return undefined;
  const stopAllUrl = unsubscribeUrl(deps, newest);
  const mail = studyAlert({
    language: newest.language,
    studies: studiesOf(fitting, deps.baseUrl, newest.language),
    wishes: fitting.map(({ subscription }) => ({
      wish: toWish(subscription),
      url: preferencesUrl(deps, subscription),
    })),
    stopAllUrl,
  });
  return {
    kind: "study_alert",
    siteId: null,
    leadId: null,
    to: newest.email,
    unsubscribeUrl: stopAllUrl,
    ...renderMail(mail),
  };
}

function studiesOf(
  fitting: readonly Fitting[],
  baseUrl: string,
  language: PublicLanguage,
): AlertStudy[] {
  const studies = new Map<number, AlertStudy & { centres: Centre[] }>();
  for (const { subscription, studies: found } of fitting) {
    const { area } = toWish(subscription);
    for (const { studyId, openings } of found) {
      const [first] = openings;
      if (!first) continue;
      const study = studies.get(studyId) ?? {
        ...titleIn(language, first),
        url: baseUrl + pathIn(language, `/studies/${first.nctId}`),
        isReopened: true,
        centres: [],
      };
      studies.set(studyId, {
        ...study,
        isReopened: study.isReopened && openings.every(({ kind }) => kind === "reopened"),
        centres: withCentres(study.centres, openings, area),
      });
    }
  }
  return [...studies.values()];
}

type Centre = AlertStudy["centres"][number];

/** A centre that two wishes fit stands once, with the distance of the first that names one. */
function withCentres(
  centres: readonly Centre[],
  openings: OpenedStudy<OpenOpening & Opening>["openings"],
  area: AlertArea | null,
): Centre[] {
  const found = openings.map(({ siteName, siteCity, km }): Centre => {
    const distance =
      area && km !== undefined ? { km: sayableDistance(km, "km"), from: area } : undefined;
    return { name: siteName, city: siteCity, ...(distance ? { distance } : {}) };
  });
  const isSame = (a: Centre, b: Centre) => a.name === b.name && a.city === b.city;
  const kept = centres.map((centre) =>
    centre.distance ? centre : (found.find((other) => isSame(centre, other)) ?? centre),
  );
  return [...kept, ...found.filter((other) => !kept.some((centre) => isSame(centre, other)))];
}
