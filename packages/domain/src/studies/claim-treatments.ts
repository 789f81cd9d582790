// Medicines and procedures that a text names: by the common endings of medicines' names, and from a list
// of what is commonly given or done, in the four languages. A name in another script cannot be compared
// with the English record; it is listed for a person to compare.
import type { PublicLanguage } from "../public-language";
import { foldWord } from "./claim-text";

export interface FoundName {
  start: number;
  end: number;
  /** False: the two scripts cannot be compared. */
  isComparable: boolean;
}

/** Endings that the international names of medicines share (INN stems), with their Spanish vowels. */
const medicineEnding =
  /(?:mab|nib|statina?|prazole?|sartan|olol|cillin|cilina|m[iy]cina?|floxacina?|azepam|gliptina?|glifl?ozina?|glutid[ea]?|setron|triptan|parib|ciclib|dipin[eo]|oxetina?|profeno?|azole|conazol|solone|sonida?|rubicina?|platino?|taxel|ximab|zumab|tinib|grel|xaban|gatran|lukast|caine|caina|cycline|ciclina|(?:[^a]|[^p]a)pril|vir)$/;
const ordinary = new Set(["elixir", "souvenir", "devoir"]);

const chineseMedicine =
  /[\u4e00-\u9fff]{1,4}(?:单抗|替尼|他汀|西林|霉素|沙坦|普利|洛尔|拉唑|地平|列汀|列净|鲁肽)/gu;
const arabicMedicine =
  /(?<!\p{L})\p{Script=Arabic}{2,}(?:ماب|ستاتين|برازول|سيلين|مايسين|ميسين|سارتان|ولول|تينيب|بروفين)(?!\p{L})/gu;

/** Each in English, Spanish, Chinese and (folded) Arabic; any of the words supports any other. */
const commonTreatments: readonly RegExp[] = [
  "insulina?|胰岛素|(?:ال)?انسولين",
  "aspirina?|阿司匹林|(?:ال)?اسبرين",
  "ibuprofeno?|布洛芬|(?:ال)?ايبوبروفين",
  "paracetamol|acetaminoph?eno?|对乙酰氨基酚|扑热息痛|(?:ال)?باراسيتامول",
  "metformina?|二甲双胍|(?:ال)?ميتفورمين",
  "placebos?|安慰剂|(?:ال)?دواء (?:ال)?وهمي|(?:ال)?علاج (?:ال)?وهمي",
  "(?:neoadjuvant )?chemo(?:radi)?\\p{L}*|quimio\\p{L}*|化疗|化学治疗|放化疗|(?:ال)?(?:علاج )?(?:ال)?كيميائي|(?:ال)?كيماوي",
  "(?:chemo)?radio?therap\\p{L}*|(?:chemo)?radiation|(?:quimio)?radioterapia|radiación|放疗|放射治疗|放化疗|(?:ال)?علاج (?:ال)?اشعاعي|(?:ال)?اشعاع",
  "immunotherap\\p{L}*|inmunoterapia|免疫治疗|免疫疗法|(?:ال)?علاج (?:ال)?مناعي",
  "surg(?:ery|eries|ical)\\p{L}*|operations?|esophagectom\\p{L}*|cirugías?|quirúrgic\\p{L}*|operaci(?:ón|ones)|手术|(?:ال)?جراح\\p{L}*|عمليه جراحيه",
  "vaccin\\p{L}*|immuni[sz]ation|vacuna\\p{L}*|疫苗|(?:ال)?لقاح\\p{L}*|(?:ال)?تطعيم",
  "antibiotics?|antibióticos?|抗生素|(?:ال)?مضاد(?:ات)? (?:ال)?حيوي\\p{L}*",
  "(?:cortico)?steroids?|cortisone|(?:cortico)?esteroides?|cortisona|类固醇|皮质激素|(?:ال)?ستيرويد\\p{L}*|(?:ال)?كورتيزون",
  "antidepress\\p{L}*|antidepresiv\\p{L}*|抗抑郁药?|مضاد(?:ات)? (?:ال)?اكتئاب",
  "painkillers?|analges\\p{L}*|analgésic\\p{L}*|止痛药|镇痛药?|(?:ال)?مسكن(?:ات)?",
  "opioids?|morphine|opioides?|morfina|吗啡|阿片\\p{L}?|(?:ال)?مورفين|(?:ال)?افيون\\p{L}*",
  "hormone (?:therapy|treatment)|hormon(?:es?|al)|hormonas?|激素|(?:ال)?هرمون\\p{L}*",
  "stem cells?|células madre|干细胞|(?:ال)?خلايا (?:ال)?جذعيه",
  "gene therapy|terapia génica|基因治疗|基因疗法|(?:ال)?علاج (?:ال)?جيني",
  "transplant\\p{L}*|trasplant\\p{L}*|移植|(?:ال)?زراعه|(?:ال)?زرع",
  "(?:blood )?transfusions?|transfusi(?:ón|ones)|输血|نقل (?:ال)?دم",
  "infusions?|intravenous\\p{L}*|drip|infusi(?:ón|ones)|intravenos\\p{L}*|suero|输液|静脉|(?:ال)?تسريب|(?:ال)?وريد\\p{L}*",
  "injections?|injected|shots?|jabs?|inyecci(?:ón|ones)|inyectad\\p{L}*|注射|(?:ال)?حقن\\p{L}*|(?:ال)?ابره?",
  "tablets?|pills?|capsules?|pastillas?|comprimidos?|cápsulas?|药片|片剂|胶囊|(?:ال)?حبوب|(?:ال)?اقراص|(?:ال)?كبسول\\p{L}*",
  "biops(?:y|ies)|biopsias?|活检|活组织检查|(?:ال)?خزعه",
  "mri|magnetic resonance|rmn?|resonancia magnética|磁共振|核磁|(?:ال)?رنين (?:ال)?مغناطيسي",
  "ct scans?|computed tomography|tomografía\\p{L}*|ct扫描|(?:ال)?اشعه (?:ال)?مقطعيه",
  "x-?rays?|radiograph\\p{L}*|radiografías?|X光|(?:ال)?اشعه (?:ال)?سينيه",
  "ultrasound|ultrasonograph\\p{L}*|ecografías?|ultrasonidos?|超声|(?:ال)?موجات (?:ال)?فوق (?:ال)?صوتيه",
  "blood (?:tests?|samples?|draws?)|(?:análisis|muestras?) de sangre|验血|抽血|血液(?:检查|样本)|(?:تحليل|فحص|عينه|عينات) (?:ال)?دم",
  "dialysis|diálisis|透析|غسيل (?:ال)?كل\\p{L}*",
  "lasers?|láser(?:es)?|激光|(?:ال)?ليزر",
  "stents?|支架|(?:ال)?دعامه|(?:ال)?دعامات",
  "pacemakers?|marcapasos|起搏器|منظم ضربات (?:ال)?قلب",
  "cannabis|cannabidiol|marihuana|大麻\\p{L}?|(?:ال)?قنب",
  "vitamins?|vitaminas?|维生素|(?:ال)?فيتامين\\p{L}*",
  "probiotics?|probióticos?|益生菌|(?:ال)?بروبيوتيك",
  "supplements?|suplementos?|补充剂|(?:ال)?مكمل(?:ات)? (?:ال)?غذائيه",
  "acupuncture|acupuntura|针灸|(?:ال)?وخز بالابر",
  "psychotherapy|psicoterapia|心理治疗|(?:ال)?علاج (?:ال)?نفسي",
  "an(?:a?)esthe(?:sia|tics?)|anestesia|anestésic\\p{L}*|麻醉|(?:ال)?تخدير",
  "endoscop\\p{L}*|colonoscop\\p{L}*|gastroscop\\p{L}*|内窥?镜|肠镜|胃镜|(?:ال)?منظار|(?:ال)?تنظير",
  "catheters?|catéter(?:es)?|导管|(?:ال)?قسطره",
].map(
  (words) =>
    new RegExp(
      // An Arabic word may carry "and", "with", "for" in front; Chinese has no gaps between words.
      `(?<![\\p{Script=Latin}\\p{Script=Arabic}\\d]|[\\p{Script=Latin}]-)[وبلفك]{0,2}(?:${words})(?![\\p{Script=Latin}\\p{Script=Arabic}])`,
      "giu",
    ),
);

/** Latin words, numbers in them included. */
const latinWord = /[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}\d]*/gu;

export function latinWordsOf(text: string): RegExpExecArray[] {
  return [...text.matchAll(latinWord)];
}

/** "Atorvastatina" and "atorvastatin" are one medicine. */
function stemOf(word: string): string {
  return foldWord(word).replace(/(?:[aeo]s?|s)$/, "");
}

/** What can be asked again and again of one source, which is English and folded. */
export function indexTreatments(
  source: string,
): (text: string, language: PublicLanguage) => FoundName[] {
  const stems = new Set(latinWordsOf(source).map(([word]) => stemOf(word)));
  const absent = commonTreatments.filter((pattern) => source.search(pattern) === -1);
  return (text, language) => {
    const listed = absent.flatMap((pattern) => placesOf(text, pattern, true));
    const medicines = latinWordsOf(text).flatMap(({ 0: word, index }): FoundName[] => {
      const folded = foldWord(word);
      const isMedicine = folded.length > 5 && medicineEnding.test(folded) && !ordinary.has(folded);
      if (!isMedicine || stems.has(stemOf(word))) return [];
      return [{ start: index, end: index + word.length, isComparable: true }];
    });
    const foreign =
      language === "zh"
        ? placesOf(text, chineseMedicine, false)
        : language === "ar"
          ? placesOf(text, arabicMedicine, false)
          : [];
    return [...listed, ...medicines, ...foreign];
  };
}

function placesOf(text: string, pattern: RegExp, isComparable: boolean): FoundName[] {
  return [...text.matchAll(pattern)].map(({ 0: words, index: start }) => {
    return { start, end: start + words.length, isComparable };
  });
}
