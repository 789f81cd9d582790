// Study centres: the nearest first, and what to do where one takes no messages.

import { isolate } from "@studydesk/domain/isolate";
import { plural } from "@studydesk/domain/plural";
import type { CentresTexts } from "../en/centres";

const value = (text: string) => isolate("ar", text);

export const centres: CentresTexts = {
  findTitle: "ابحث عن الأقرب إليك",
  town: "المدينة أو البلدة",
  townHint: "مثال: القاهرة",
  sort: "رتّب بحسب المسافة",
  useLocation: "استخدم موقعي",
  locating: "نسأل متصفحك عن موقعك…",
  locationRefused: "لم يُفصح متصفحك عن موقعك. اكتب اسم مدينة بدلًا من ذلك.",
  privacy: "يُقرَّب الموقع إلى نحو عشرة كيلومترات قبل إرساله، ويُستعمل لهذه القائمة وحدها ولا يُحفظ.",
  from: (place) => `الأقرب إلى ${place} أولًا.`,
  fromHere: "الأقرب إليك أولًا.",
  asTheCrowFlies: "المسافات بخط مستقيم.",
  which: (typed) => `هناك عدة أماكن باسم «${value(typed)}». أيّها تقصد؟`,
  another: "هل تقصد مكانًا آخر؟",
  near: (town) => `قرب ${value(town)}`,
  unknown: (typed) =>
    `لا نعرف مدينة باسم «${value(typed)}». تحقق من كتابتها أو جرّب أقرب مدينة كبيرة. الرموز البريدية غير معروفة هنا.`,
  empty: "اكتب اسم مدينة.",
  tooMany: "بُحث عن أماكن كثيرة من شبكتك. حاول مرة أخرى بعد بضع دقائق.",
  failed: "لا يمكن البحث عن المدن في الوقت الحالي. جميع مراكز الدراسة مدرجة أدناه.",
  reset: "اعرض القائمة كلها من جديد",
  noDistance: "المسافة غير معروفة",
  inCountry: (n) =>
    plural("ar", n, {
      one: "مركز واحد",
      two: "مركزان",
      few: "# مراكز",
      many: "# مركزًا",
      other: "# مركز",
    }),
  noCountry: "أماكن أخرى",
  write: "اكتب إلى هذا المركز",
  placeCredit: "أسماء المدن ومواقعها من GeoNames (CC BY 4.0).",
  pausedTitle: (siteName) => `لا يستقبل ${value(siteName)} رسائل بشأن هذه الدراسة الآن`,
  pausedAskOthers: "تستقبلها مراكز أخرى، ويمكنك أن تكتب إليها بالنموذج في هذه الصفحة.",
};
