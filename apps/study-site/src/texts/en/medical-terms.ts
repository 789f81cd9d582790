// The words about bodies, illnesses and treatments that a study's text uses, explained.
import type { Explanation, MedicalTermId } from "../../glossary/explanation";

export const medicalTerms: Record<MedicalTermId, Explanation> = {
  systemic: {
    name: "Systemic",
    text: "Reaches the whole body, for example as a drip or a tablet, not one place alone.",
  },
  stage: {
    name: "T and N stage",
    text: "Doctors note how far a cancer has grown (T, from 1 to 4) and whether it is in lymph nodes close by (N; “N+” means yes).",
  },
  biopsy: {
    name: "Biopsy",
    text: "A small piece of tissue is taken and looked at under a microscope.",
  },
  pathology: {
    name: "Pathology, histology",
    text: "Looking at tissue in a laboratory, mostly under a microscope, to tell what an illness is.",
  },
  tumour: {
    name: "Tumour",
    text: "A lump of cells that grow more than they should. Not every tumour is cancer.",
  },
  malignant: {
    name: "Malignant",
    text: "Cancerous: it can grow into what surrounds it and spread.",
  },
  carcinoma: {
    name: "Carcinoma",
    text: "A cancer that began in the skin or in the lining of an organ.",
  },
  squamous: {
    name: "Squamous cells",
    text: "Flat cells that cover the skin and line the mouth, the food pipe and other hollow organs.",
  },
  metastasis: {
    name: "Metastasis",
    text: "A cancer that has spread to another part of the body. Such a cancer is called metastatic.",
  },
  locallyAdvanced: {
    name: "Locally advanced",
    text: "The cancer has grown into what lies next to it or into nearby lymph nodes, but not to distant parts of the body.",
  },
  recurrence: { name: "Recurrence", text: "The illness has come back after it seemed to be gone." },
  remission: {
    name: "Remission",
    text: "The signs of the illness have become fewer or have gone.",
  },
  neoadjuvant: {
    name: "Neoadjuvant",
    text: "Given before the main treatment, often to make a tumour smaller before an operation.",
  },
  adjuvant: {
    name: "Adjuvant",
    text: "Given after the main treatment, to keep the illness from coming back.",
  },
  chemotherapy: {
    name: "Chemotherapy",
    text: "Medicines that kill cells which divide fast, as cancer cells do.",
  },
  radiotherapy: {
    name: "Radiotherapy",
    text: "Treatment with rays that damage cancer cells in one part of the body.",
  },
  chemoradiotherapy: {
    name: "Chemoradiotherapy",
    text: "Chemotherapy and radiotherapy during the same weeks.",
  },
  immunotherapy: {
    name: "Immunotherapy",
    text: "Treatment that helps the body's own defences to fight an illness.",
  },
  immunosuppressive: {
    name: "Immunosuppressive",
    text: "Weakens the body's defences against infections.",
  },
  lymphocyte: { name: "Lymphocytes", text: "White blood cells that fight infections and tumours." },
  pleural: {
    name: "Pleural, pleural effusion",
    text: "The pleura is the thin lining around the lungs. An effusion is fluid that has collected there.",
  },
  hba1c: {
    name: "HbA1c",
    text: "A blood test that shows the average blood sugar of the last two to three months.",
  },
  hypertension: { name: "Hypertension", text: "High blood pressure." },
  creatinine: {
    name: "Creatinine, eGFR",
    text: "Blood values that show how well the kidneys work.",
  },
  coronaryArtery: {
    name: "Coronary artery disease",
    text: "The vessels that feed the heart muscle have become narrow.",
  },
  angioplasty: {
    name: "Angioplasty",
    text: "A narrow blood vessel is widened from within, with a small balloon.",
  },
  stent: { name: "Stent", text: "A small mesh tube that keeps a blood vessel open." },
  stenosis: { name: "Stenosis", text: "A narrow place in a vessel." },
  restenosis: {
    name: "Restenosis",
    text: "A vessel that had been opened has become narrow again.",
  },
  bifurcation: { name: "Bifurcation", text: "The place where a blood vessel divides in two." },
  occlusion: { name: "Occlusion", text: "A vessel is blocked entirely." },
  saphenous: {
    name: "Saphenous vein graft",
    text: "A vein from the leg that was used in a bypass operation of the heart.",
  },
  cardiogenicShock: {
    name: "Cardiogenic shock",
    text: "The heart suddenly cannot pump enough blood. It is an emergency.",
  },
  antiplatelet: {
    name: "Antiplatelet medicine",
    text: "Keeps blood platelets from sticking together, as aspirin does.",
  },
  anticoagulant: { name: "Anticoagulant", text: "A medicine that keeps blood from clotting." },
  caries: { name: "Caries", text: "Tooth decay: a hole, or one that begins." },
  pulpotomy: {
    name: "Pulpotomy",
    text: "The upper part of a tooth's nerve is taken out, and the rest is kept alive.",
  },
  pulp: { name: "Pulp", text: "The soft inside of a tooth with its nerve and blood vessels." },
  dentin: { name: "Dentin", text: "The layer of a tooth beneath the enamel." },
  periapical: {
    name: "Periapical, interradicular",
    text: "Around the tip of a tooth's root, or between its roots.",
  },
  radiographic: { name: "Radiograph", text: "An X-ray picture." },
  abdominoplasty: {
    name: "Abdominoplasty",
    text: "An operation that takes away loose skin and fat of the belly.",
  },
  fitzpatrick: {
    name: "Fitzpatrick skin type",
    text: "Six groups of skin, from I (very fair, always burns in the sun) to VI (very dark, hardly ever burns).",
  },
  keloid: { name: "Keloid", text: "A scar that grows thick and beyond the wound." },
  retinoid: {
    name: "Retinoid",
    text: "A medicine made from vitamin A, used on the skin for example.",
  },
  lactating: { name: "Lactating", text: "Producing breast milk." },
  childbearing: { name: "Childbearing potential", text: "Able to become pregnant." },
  postmenopausal: {
    name: "Postmenopausal",
    text: "Monthly periods have ended for good, usually at least a year ago.",
  },
  tubalLigation: {
    name: "Tubal ligation",
    text: "An operation that closes the tubes through which eggs travel, so that pregnancy becomes very unlikely.",
  },
  sequelae: { name: "Sequelae", text: "What remains after an illness or an injury." },
  traumaticBrainInjury: {
    name: "Traumatic brain injury",
    text: "Damage to the brain by a blow, a fall or an accident.",
  },
};
