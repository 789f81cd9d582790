// What a change of a request leaves behind: an audit row, and a word to the screens of the sites whose matter it
// is. One on a lead is its site's; one on a study is of all sites where its owner works.
import { addAudit } from "@studydesk/db/audit/audit-queries";
import { addEvent } from "@studydesk/db/events";
import { findSiteOfLead } from "@studydesk/db/leads/lead-queries";
import type { Db } from "@studydesk/db/open-database";
import { listRolesOf } from "@studydesk/db/people/role-queries";
import type { AuditDetails } from "@studydesk/domain/audit/audit-entry";
