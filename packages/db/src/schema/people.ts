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
  /** Ours, as are its times: null while the account is open. */
  deactivatedAt: ColumnType<string | null, string | null | undefined, string | null>;
  lastSignInAt: ColumnType<string | null, string | null | undefined, string | null>;
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

/** What somebody deactivated held, until they are back. */
type RestingRolesTable = SiteRolesTable;

interface SecondFactorsTable {
  userId: Fixed<string>;
  sealedKey: string | null;
  confirmedAt: string | null;
  lastStep: number | null;
  waitingKey: string | null;
  waitingSince: string | null;
}

interface RecoveryCodesTable {
  id: Generated<number>;
  userId: Fixed<string>;
  sha256: Fixed<string>;
  createdAt: Fixed<string>;
  usedAt: string | null;
}

interface PasswordResetsTable {
  id: Generated<number>;
  userId: Fixed<string>;
  tokenSha256: Fixed<string>;
  createdAt: Fixed<string>;
  expiresAt: Fixed<string>;
  usedAt: string | null;
}

/** One row: since when second factors are asked for here. */
interface SecondFactorStartTable {
  id: Fixed<number>;
  at: string;
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
  restingRoles: RestingRolesTable;
  secondFactors: SecondFactorsTable;
  recoveryCodes: RecoveryCodesTable;
  passwordResets: PasswordResetsTable;
  secondFactorStart: SecondFactorStartTable;
  invitations: InvitationsTable;
  keyPreferences: KeyPreferencesTable;
}
