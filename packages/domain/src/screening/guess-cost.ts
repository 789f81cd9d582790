// What it takes to find out, by the words of a criterion: whatever a person can say costs a call, what a
// doctor wrote down a look at records, what is measured anew a test.
import type { AskCost } from "./answer-rule";

const tests =
  /\b(?:pregnancy test|urine test|blood test|laborator\w*|lab values?|creatinine|bilirubin|ha?emoglobin|platelets?|neutrophils?|leu[ck]ocytes?|white blood cells?|transaminases?|alt|ast|inr|aptt|egfr|gfr|hba1c|serum|plasma|electrocardiogram|ecg|ekg|echocardiogra\w+|lvef|ejection fraction|spirometry|fev1|organ function|bone marrow function|liver function|kidney function|renal function|hepatic function|h[aæ]matolog\w+)\b/i;
const records =
  /\b(?:patholog\w*|histolog\w*|cytolog\w*|biops\w+|immunohistochem\w*|mutations?|mri|magnetic resonance|ct|pet|computed tomography|imaging|radiograph\w*|radiolog\w*|x-?rays?|ultrasound|angiogra\w+|angioplasty|endoscop\w+|colonoscop\w+|measurable|recist|stag(?:e|es|ed|ing)|tnm|c?t[0-4](?:[-–]?[0-4])?[a-c]?|n\+|n[0-3]|m[01]|metasta\w+|(?:carious|bifurcated|target|coronary|brain|bone) lesions?|stenos[ie]s|restenosis|occlusions?|grafts?|medical (?:record|history)|documented|confirmed|karnofsky|kps|ecog|asa|nyha|child[- ]pugh|contraindicat\w+)\b/i;

export function guessCost(text: string): AskCost {
  if (tests.test(text)) return "test";
  return records.test(text) ? "record" : "phone";
}
