// The words by which a text promises, plays down or commands, in the four languages, and those that take
// a promise back ("nobody knows whether it will help"). Words and gaps as regular expressions; the
// Arabic is folded as claim-text.ts does.
import type { PublicLanguage } from "../public-language";

export interface ClaimPhrases {
  benefit: readonly string[];
  safety: readonly string[];
  obligation: readonly string[];
  /** Earlier in the same clause: what follows is a question, not a promise. */
  doubt: string;
  /** Right before: what follows is denied. */
  denial: string;
}

const english: ClaimPhrases = {
  benefit: [
    "(?:will|can|is going to|are going to|is sure to|would)(?: \\p{L}+ly)? (?:help|benefit|relieve|ease|improve|prolong|protect|extend|slow)(?! (?:us|researchers|doctors|scientists|others|other people|people in|the (?:study|team|doctors|researchers)|science|future|find|to find|learn|to learn|answer|show|decide|choose))",
    "(?:helps|improves|relieves|eases|works for|prolongs) (?:you|your|people|patients|everyone|most|many)",
    "cur(?:e|es|ed|ing)",
    "heal(?:s|ed)?",
    "miracle|breakthrough|revolutionary|life-?saving|game-?chang\\p{L}+|wonder drug",
    "proven|known to work|(?:shown|found) to (?:work|help|improve|relieve)|guarantee[ds]?|promis(?:e|es|ed|ing)",
    "better than|superior to|the best|more effective|as good as",
    "(?:is|are|be|highly|very|most) effective",
    "you(?:’ll|'ll| will) (?:feel|get|be|become|live|recover|sleep) (?:\\p{L}+ )?(?:better|well|healthier|healthy|longer|cured|stronger|free)",
  ],
  safety: [
    "no (?:known |serious |major |real |severe )?(?:side[ -]effects?|risks?|dangers?|harms?|downsides?)",
    "free (?:of|from) (?:any )?(?:side[ -]effects?|risks?|dangers?|harm)",
    "without (?:any )?(?:side[ -]effects?|risks?|dangers?|harm)",
    "risk[ -]free|harmless|painless|well[ -]tolerated",
    "safe|safely|safer|safest",
    "(?:cannot|can’t|can't|will not|won’t|won't|does not|doesn’t|doesn't) (?:hurt|harm) (?:you|anyone|anybody)",
    "nothing to (?:fear|lose|worry about)",
  ],
  obligation: [
    "must(?: not)?",
    "(?:you|people|participants|patients) (?:have to|need to|are required to|are obliged to|shall)",
    "(?:you )?(?:cannot|can’t|can't|may not|are not allowed to) (?:leave|stop|quit|withdraw|drop out)",
    "mandatory|compulsory|obligatory",
  ],
  doubt:
    "whether|(?:see|know|knows|learn|find out|tests?|check|ask|study|tell|decide|sure|understand) (?:if|how|which)|how (?:safe|well|effective)|may or may not|might|not (?:yet )?(?:known|clear|certain|sure)|unknown|(?:do|does) not (?:yet )?know|(?:don’t|don't) know|(?:cannot|can’t|can't|not) (?:promise|guarantee|say)|no (?:guarantee|proof|promise)|(?:nobody|no one) (?:can (?:promise|guarantee|say)|knows)|hopes?|hoping",
  denial: "(?:not|never|no|nobody|no one|nor|neither|cannot|\\p{L}+n[’']t)",
};

const spanish: ClaimPhrases = {
  benefit: [
    "(?:ayudará|beneficiará|protegerá|salvará|servirá)(?:n)?(?! (?:a )?(?:los investigadores|los médicos|otr[oa]s|la ciencia|entender|saber|averiguar|conocer))",
    "(?:curará|mejorará|aliviará|sanará)n?",
    "(?:va|van) a (?:curar|mejorar|aliviar|sanar|beneficiar)\\p{L}*",
    "(?:le|lo|la|les) (?:ayuda|cura|mejora|alivia|sana)",
    "cura(?:r|n|do|da|ción)?",
    "milagr\\p{L}*|revolucionari[oa]s?|salva vidas",
    "garantiza\\p{L}*|garantías?|promet\\p{L}*",
    "comprobad[oa]s?|demostrad[oa]s?|probad[oa]s? científicamente",
    "(?:mejor(?:es)?|superior(?:es)?) (?:que|a)|más (?:eficaz|eficaces|efectiv[oa]s?)|(?:el|la|los|las) mejor(?:es)?",
    "(?:es|son|muy|será|serán|altamente) (?:eficaz|eficaces|efectiv[oa]s?)",
    "se (?:sentirá|pondrá|recuperará|curará) (?:\\p{L}+ )?(?:mejor|bien|sano|sana)?",
  ],
  safety: [
    "(?:sin|ningún) (?:ningún )?(?:efectos? (?:secundarios?|adversos?)|riesgos?|peligros?)",
    "no (?:tiene|tienen|hay|causa|causan|produce|conlleva|existen?) (?:\\p{L}+ )?(?:efectos? (?:secundarios?|adversos?)|riesgos?|peligros?)",
    "segur[oa]s?(?! (?:médico|de salud|social|de que))",
    "inofensiv[oa]s?|indolor(?:es)?|bien tolerad[oa]s?",
    "no (?:le )?(?:hace|hará|causa|causará) (?:ningún )?daño",
  ],
  obligation: [
    "(?:debe|deberá|deben|deberán)",
    "(?:tiene|tendrá|tienen|hay) que",
    "está obligad[oa]|obligatori[oa]s?",
    "no (?:puede|podrá) (?:dejar|abandonar|retirarse|salir)",
  ],
  doubt:
    "(?:saber|ver|averiguar|comprobar|probar|conocer|estudiar|determinar|evaluar|descubrir) (?:si|qué|cuán)|no se sabe|se desconoce|no sabemos|puede que|podrían?|no (?:podemos|se puede) (?:prometer|garantizar|asegurar)|no hay (?:garantía|prueba)s?|esper(?:a|an|amos) que|qué tan|cuán",
  denial: "(?:no|nunca|ni|tampoco|ningún|ninguna)",
};

const chinese: ClaimPhrases = {
  benefit: [
    "(?:一定|必定|肯定|必将|将会|将|定)(?:能|会|可以)?(?:够)?(?:帮助(?!研究|医生|科学|我们|他人|更多)|改善|缓解|减轻|有效|见效|好转|康复|治好)",
    "治愈|根治|痊愈|治好",
    "保证|承诺|确保(?:疗效|康复|有效)",
    "(?:已(?:经)?(?:被)?|经)(?:证明|证实)",
    "优于|胜过|比[^。，；、]{1,15}(?:更好|更有效|更安全)|最(?:好|佳|有效|先进)",
    "奇迹|神奇|特效|突破性|革命性",
    "疗效(?:显著|确切|可靠|好)|效果(?:显著|更好|最好|很好)|(?:非常|十分|很|更|高度)有效",
    "能够?(?:治疗|缓解|改善|帮助您)",
  ],
  safety: [
    "(?:没有|无|毫无|零|不会有)(?:任何|明显|严重)?的?(?:副作用|不良反应|风险|危险|害处)",
    "(?:绝对|完全|十分|非常|很|更)?安全(?!性|问题|监测|措施|信息|委员会)",
    "无害|无痛|请?放心|耐受性(?:良好|好)",
    "不会(?:伤害|对您造成伤害)",
  ],
  obligation: ["必须|务必|一定要|强制|有义务", "(?:不得|不能|不可以?)(?:中途)?(?:退出|中止|离开)"],
  doubt:
    "是否|能否|尚不(?:清楚|知道|确定|明确)|不(?:知道|清楚|确定)|未必|可能|(?:无法|不能|不)(?:保证|承诺)|尚未|希望",
  denial: "(?:不|未|没有|没|并非|无法|不能|不会)",
};

const arabic: ClaimPhrases = {
  benefit: [
    "(?:س|سوف )[يت](?:ساعد|شفي|عالج|حسن|خفف|فيد|حمي)(?! (?:الباحثين|الاطباء|العلماء|الاخرين|العلم))\\p{L}*",
    "(?:ال)?شفاء|[يت]شفي\\p{L}*",
    "(?:ال)?مضمون\\p{L}*|[نيت]ضمن|ضمان|نعدكم?|وعود?",
    "(?:ال)?مثبت\\p{L}*|ثبتت? (?:انه|علميا|فعاليت)\\p{L}*|مؤكد\\p{L}*",
    "افضل من|اكثر (?:فعاليه|فاعليه) من|(?:ال)?افضل",
    "(?:ال)?فعاله?(?: جدا| للغايه| تماما)?",
    "(?:ال)?معجز\\p{L}*|ثوريه?",
  ],
  safety: [
    "(?:بدون|دون|بلا|لا توجد|لا يوجد|ليس له|ليس لها|ليست له|لا يسبب|لا تسبب)(?: ايه?| اي)? (?:(?:اثار|اعراض) جانبيه|مخاطر|خطر|خطوره|ضرر|اضرار)",
    "(?:ال)?امن(?:ه|ا)?",
    "غير (?:ضار|مؤلم)\\p{L}*",
    "لن يضر\\p{L}*|لا يضر\\p{L}*",
  ],
  obligation: [
    "[يت]جب(?: عليكم?)?",
    "(?:يتعين )?عليكم? ان",
    "(?:ال)?(?:ملزم|الزامي|اجباري)\\p{L}*|لا بد",
    "لا (?:يمكنكم?|يحق لكم?) (?:الانسحاب|التوقف|المغادره)",
  ],
  doubt:
    "ما اذا|اذا كانت?|هل|لا نعرف|لا نعلم|لا يعرف|غير معروف\\p{L}*|لا (?:يمكننا|نستطيع)|قد|ربما|لم يثبت|نامل|لمعرفه",
  denial: "(?:لا|لم|لن|ليس|ليست|غير|دون)",
};

export const claimPhrases: Readonly<Record<PublicLanguage, ClaimPhrases>> = {
  en: english,
  es: spanish,
  zh: chinese,
  ar: arabic,
};
