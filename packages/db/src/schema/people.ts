// Accounts, roles and invitations. The first five tables are better-auth's, copied once; their times are
// its own, too.
import type { Role } from "@studydesk/domain/people/viewer";
import type { ColumnType, Generated } from "kysely";
import type { Fixed, Flag } from "./columns";

type AuthTime = ColumnType<Date | string, Date | string, Date | string>;

interface UserTable {
  id: Fixed<string>;
  name: string;
  email: string;
  emailVerified: boolean | number;
  image: string | null;
  createdAt: AuthTime;
  updatedAt: AuthTime;
}

interface SessionTable {
  id: Fixed<string>;
  expiresAt: AuthTime;
  token: string;
  createdAt: AuthTime;
  updatedAt: AuthTime;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

interface AccountTable {
  id: Fixed<string>;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: AuthTime | null;
  refreshTokenExpiresAt: AuthTime | null;
  scope: string | null;
  password: string | null;
  createdAt: AuthTime;
  updatedAt: AuthTime;
}

interface VerificationTable {
  id: Fixed<string>;
  identifier: string;
  value: string;
  expiresAt: AuthTime;
  createdAt: AuthTime;
  updatedAt: AuthTime;
}

interface RateLimitTable {
  id: Fixed<string>;
  key: string;
  count: number;
  lastRequest: number;
}

/** One row: who owns the installation, and whether it is a demo. */
interface InstallationTable {
  id: Fixed<number>;
  ownerUserId: string | null;
  isDemo: Fixed<Flag>;
  createdAt: Fixed<string>;
}

interface SiteRolesTable {
  userId: Fixed<string>;
  siteId: Fixed<number>;
  role: Fixed<Role>;
  grantedAt: Fixed<string>;
}

interface InvitationsTable {
  id: Generated<number>;
  email: Fixed<string>;
  siteId: Fixed<number>;
  role: Fixed<Role>;
  tokenSha256: Fixed<string>;
  invitedBy: Fixed<string | null>;
  createdAt: Fixed<string>;
  expiresAt: Fixed<string>;
  acceptedAt: string | null;
  revokedAt: string | null;
}

/** See domain/people/key-preference.ts. */
interface KeyPreferencesTable {
  userId: Fixed<string>;
  isOff: Flag;
  /** JSON: from the map's key to the pressed one. */
  changes: string;
}

export interface PeopleTables {
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  verification: VerificationTable;
  rateLimit: RateLimitTable;
  installation: InstallationTable;
  siteRoles: SiteRolesTable;
  invitations: InvitationsTable;
  keyPreferences: KeyPreferencesTable;
}
