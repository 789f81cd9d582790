// Names, languages and first messages of people who do not exist: example.org and 555-01xx throughout.
import type { Random } from "./random";

interface People {
  language: string;
  first: readonly string[];
  last: readonly string[];
  messages: readonly string[];
}

const english: People = {
  language: "en",
  first:
    "Amara Teodor Ifeoma Jonas Sunita Kofi Marta Deniz Ruth Calvin Noor Elsie Gareth Priya Owen Tamsin Leroy Hana Silas Bridget Mateo Yusuf Ingrid Dalia".split(
      " ",
    ),
  last: "Voss Marsh Brandt Petit Rao Lindqvist Quill Aral Okonjo Fairweather Tran Whitlock Amsel Castellan Drummond Osei Hartwell Novak Pemberly Sandoval".split(
    " ",
  ),
  messages: [
    "I read the page twice and would like to know more. Evenings are best.",
    "My doctor mentioned a study like this. Could somebody call me?",
    "How far would I have to travel, and how often?",
    "Can I take part if I am still working full time?",
    "I am asking for my father. He is 67 and lives with us.",
    "Is there a cost? My insurance is complicated.",
    "I would rather get an e-mail first, please.",
    "I am a bit nervous about this. What happens at the first visit?",
  ],
};
const chinese: People = {
  language: "zh",
  first: "浩然 晓雯 明 志远 丽华 建国 雨桐 思远 美玲 国强 静 子涵 海燕 文博".split(" "),
  last: "林 李 王 张 陈 刘 黄 周 吴 徐 孙 何".split(" "),
  messages: [
    "请问需要住院吗？我住在苏州。",
    "我父亲今年六十二岁，想了解这项研究，方便时请来电。",
    "病理报告还在原来的医院，需要先寄给你们吗？",
    "下午三点以后接电话比较方便，谢谢。",
    "参加研究会影响现在的治疗吗？",
  ],
};
const pinyin: People = {
  language: "zh",
  first: "Haoran Xiaowen Ming Zhiyuan Lihua Jianguo Yutong Siyuan Meiling Guoqiang".split(" "),
  last: "Lin Li Wang Zhang Chen Liu Huang Zhou Wu Xu".split(" "),
  messages: [
    "Please call after 3 pm. Mandarin is easiest for me.",
    "The pathology report is still with my old clinic. Shall I ask for it?",
  ],
};
const spanish: People = {
  language: "es",
  first: "Lucía Álvaro Carmen Íñigo Rocío Joaquín Pilar Andrés Nuria Tomás Begoña Raúl".split(" "),
  last: "Núñez Ibáñez Peña Sáez Carrasco Vidal Molina Ferrer Luján Ortuño".split(" "),
  messages: [
    "Me gustaría saber cuántas visitas hay. Puedo por las tardes.",
    "¿Es necesario dejar la medicación? Gracias.",
    "Mi médica me habló de este estudio. ¿Me pueden llamar?",
    "Vivo en Castellón, ¿hay otro centro más cerca?",
  ],
};
const arabic: People = {
  language: "ar",
  first: "ليلى سامر نور كريم هدى ياسر".split(" "),
  last: "الحسن منصور قاسم حداد درويش".split(" "),
  messages: ["أود معرفة المزيد عن الدراسة. المساء أفضل للاتصال.", "هل يوجد من يتحدث العربية؟"],
};

const byCountry: Readonly<Record<string, readonly (readonly [People, number])[]>> = {
  CN: [
    [chinese, 6],
    [pinyin, 5],
    [english, 1],
  ],
  US: [
    [english, 9],
    [spanish, 2],
    [pinyin, 1],
    [arabic, 1],
  ],
  ES: [
    [spanish, 9],
    [english, 2],
    [arabic, 1],
  ],
};

/**
 * Whole numbers by country; the last two digits stay within 01xx. Many towns, so that two people share a
 * number as seldom as in life.
 */
const phones: Readonly<
  Record<
    string,
    {
      towns: readonly string[];
      number: (town: string, two: string) => { e164: string; typed: string };
    }
  >
> = {
  CN: {
    towns: "10 20 21 22 23 24 25 27 28 29 371 512 531 532 551 571 591 731 755 871".split(" "),
    number: (town, two) => ({ e164: `+86${town}555501${two}`, typed: `0${town} 5555 01${two}` }),
  },
  US: {
    towns: "217 309 312 331 414 574 608 618 630 708 712 763 773 815 847 872 920".split(" "),
    number: (town, two) => ({ e164: `+1${town}55501${two}`, typed: `(${town}) 555-01${two}` }),
  },
  ES: {
    towns: "91 93 94 95 96 98".split(" "),
    number: (town, two) => ({ e164: `+34${town}55501${two}`, typed: `${town} 555 01 ${two}` }),
  },
};

export interface MadeUpPerson {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  phoneTyped: string;
  language: string;
  message: string | null;
}

/** `number` keeps addresses apart; countries without names of their own speak English. */
export function makeUpPerson(random: Random, countryCode: string, number: number): MadeUpPerson {
  const people = random.weighted(byCountry[countryCode] ?? [[english, 1]]);
  const { towns, number: write } = phones[countryCode] ?? phones.US ?? {};
  if (!towns || !write) throw new Error(`No made-up number for ${countryCode}.`);
  const phone = write(random.pick(towns), String(random.below(100)).padStart(2, "0"));
  return {
    firstName: random.pick(people.first),
    lastName: random.pick(people.last),
    email: `person${number}@example.org`,
    phone: phone.e164,
    phoneTyped: random.chance(0.5) ? phone.typed : phone.e164,
    language: people.language,
    message: random.chance(0.7) ? random.pick(people.messages) : null,
  };
}
