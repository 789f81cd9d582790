// What only the form's script says.
import { isolate } from "@studydesk/domain/isolate";
import type { FormScriptTexts } from "../en/form-script";
import { formProblem } from "./form-problems";

const value = (text: string) => isolate("ar", text);

export const formScript: FormScriptTexts = {
  problem: formProblem,
  sending: "جارٍ الإرسال…",
  draftKept: "يُحفظ ما تكتبه على هذا الجهاز إلى أن ترسله، لمدة 7 أيام على الأكثر.",
  draftClear: "مسح",
  draftCleared: "تم المسح. لم يعد شيء محفوظًا على هذا الجهاز.",
  phoneRead: (number, country) =>
    country
      ? `قرأنا الرقم هكذا: ${value(number)} (${value(country)}).`
      : `قرأنا الرقم هكذا: ${value(number)}.`,
  phoneDoubtful: "لم نتمكن من قراءة رقم كامل. يُرجى النظر فيه مرة أخرى، ويمكنك أيضًا إرساله كما هو.",
  waitingTitle: "لا يوجد اتصال",
  waiting:
    "رسالتك محفوظة على هذا الجهاز وستُرسَل تلقائيًا فور عودة الاتصال. يُرجى إبقاء هذه الصفحة مفتوحة أو العودة إليها لاحقًا.",
  waitingStill: "ما زال الاتصال غير متوفر. ستبقى رسالتك هنا في الانتظار.",
  sendNow: "الإرسال الآن",
  doNotSend: "عدم الإرسال",
  takenBack: "لم تُرسَل رسالتك. ما كتبته ما زال في النموذج.",
  waitedTooLong:
    "انتظرت رسالتك على هذا الجهاز أكثر من 7 أيام من دون اتصال. لم تُرسَل، وقد حُذفت من هنا.",
};
