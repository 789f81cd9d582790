// The shape of a ClinicalTrials.gov v2 record, as far as it is used: every module and field may be
// missing, further ones are let through. A closed list is plain text here and judged by the import.
import { z } from "zod";

const text = z.string().optional();
const texts = z.array(z.string()).optional();
const date = z.looseObject({ date: text }).optional();
const contact = z.looseObject({ name: text, role: text, phone: text, phoneExt: text, email: text });
const official = z.looseObject({ name: text, affiliation: text, role: text });
const location = z.looseObject({
  facility: text,
  status: text,
  city: text,
  state: text,
  zip: text,
  country: text,
  geoPoint: z.looseObject({ lat: z.number().optional(), lon: z.number().optional() }).optional(),
});

const protocolSection = z.looseObject({
  identificationModule: z
    .looseObject({ nctId: text, briefTitle: text, officialTitle: text, acronym: text })
    .optional(),
  statusModule: z
    .looseObject({
      overallStatus: text,
      lastKnownStatus: text,
      whyStopped: text,
      startDateStruct: date,
      completionDateStruct: date,
      lastUpdateSubmitDate: text,
      lastUpdatePostDateStruct: date,
    })
    .optional(),
  sponsorCollaboratorsModule: z
    .looseObject({ leadSponsor: z.looseObject({ name: text }).optional() })
    .optional(),
  descriptionModule: z.looseObject({ briefSummary: text, detailedDescription: text }).optional(),
  conditionsModule: z.looseObject({ conditions: texts, keywords: texts }).optional(),
  designModule: z.looseObject({ studyType: text, phases: texts }).optional(),
  eligibilityModule: z
    .looseObject({
      eligibilityCriteria: text,
      healthyVolunteers: z.boolean().optional(),
      sex: text,
      minimumAge: text,
      maximumAge: text,
    })
    .optional(),
  contactsLocationsModule: z
    .looseObject({
      centralContacts: z.array(contact).optional(),
      overallOfficials: z.array(official).optional(),
      locations: z.array(location).optional(),
    })
    .optional(),
});

export const registryRecord = z.looseObject({ protocolSection });
export type RegistryRecord = z.infer<typeof registryRecord>;
