// How often a password may be tried: five times from one network, then a pause. The account as a whole
// has more, and networks where its owner signed in before do not share in them, so that strangers'
// guesses lock nobody out of their own desk; a network has some for all accounts that are new to it.
import { DomainError } from "@studydesk/domain/errors";
import type { Deps } from "../deps";
import { type Limit, waitOf } from "../rate-limits";

const quarterHour = 15 * 60;
const accountHere: Limit = {
  name: "sign-in-account-network",
  most: 5,
  windowSeconds: quarterHour,
  pauseSeconds: quarterHour,
};
const account: Limit = { name: "sign-in-account", most: 50, windowSeconds: quarterHour };
/** Nobody reaches its end: it remembers for a month that the right password came from there. */
const knownHere: Limit = {
  name: "sign-in-known",
  most: 1_000_000,
  windowSeconds: 30 * 24 * 3600,
};
const network: Limit = { name: "sign-in-network", most: 50, windowSeconds: quarterHour };

/** Codes of one account from networks where its owner never signed in: whoever tries them has the password. */
const codes: Limit = { name: "sign-in-codes", most: 20, windowSeconds: 24 * 3600 };

const resets: Limit = { name: "reset-address", most: 3, windowSeconds: 3600 };
const resetsHere: Limit = { ...resets, name: "reset-address-network" };
const resetsOfNetwork: Limit = { name: "reset-network", most: 20, windowSeconds: 3600 };

export interface PasswordTry {
  email: string;
  network: string;
}

/**
 * Counts a try before the password is looked at, so that tries at the same moment add up. Throws
 * `rate_limited`, for addresses with an account and for those without alike; for those that signed in from this very
 * network, by their own tries there alone.
 */
export async function usePasswordTry(deps: Deps, attempt: PasswordTry): Promise<void> {
  const isKnown = await deps.limits.isUsed(knownHere, keyHere(attempt));
  const inNetwork = deps.limits.use(network, attempt.network);
  // One network may be a whole hospital's: what somebody else types there stops nobody who signed in there before.
  await (isKnown ? inNetwork.catch(waitOf) : inNetwork);
  try {
    await deps.limits.use(accountHere, keyHere(attempt));
    if (!isKnown) await deps.limits.use(account, attempt.email);
  } catch (error) {
    // It was not looked at, so it is no wrong one of the network's.
    await giveBackTry(deps, attempt);
    throw error;
  }
}

/** Counts a code, on top of the try that came with it; again before it is looked at. */
export async function useCodeTry(deps: Deps, attempt: PasswordTry): Promise<void> {
  if (await deps.limits.isUsed(knownHere, keyHere(attempt))) return;
  await deps.limits.use(codes, attempt.email);
}

/**
 * Counts that somebody asks for a new password: few for one address, so that nobody's mailbox is filled, and
 * where its owner signed in before apart from strangers', so that they cannot use those up.
 */
export async function useResetTry(deps: Deps, attempt: PasswordTry): Promise<void> {
  if (await deps.limits.isUsed(knownHere, keyHere(attempt))) {
    await deps.limits.use(resetsHere, keyHere(attempt));
    return;
  }
  await deps.limits.use(resetsOfNetwork, attempt.network);
  await deps.limits.use(resets, attempt.email);
}

/** The password was right: its network has lost nothing, whatever comes of the rest. */
export async function giveBackTry(deps: Deps, attempt: PasswordTry): Promise<void> {
  await deps.limits.giveBack(network, attempt.network);
}

/** Whoever is in is known there from now on, and begins to count anew. */
export async function forgiveWrongPasswords(deps: Deps, attempt: PasswordTry): Promise<void> {
  await deps.limits.use(knownHere, keyHere(attempt));
  await forgiveTries(deps, attempt);
  await deps.limits.clear(codes, attempt.email);
}

/** Whoever set a new password by their mailbox signs in with it at once. Codes go on being counted. */
export async function forgiveTries(deps: Deps, attempt: PasswordTry): Promise<void> {
  await deps.limits.clear(accountHere, keyHere(attempt));
  await deps.limits.clear(account, attempt.email);
}

/** The one answer to a password that did not open an account, whether there is one or not. */
export function wrongCredentials(): DomainError {
  return new DomainError(
    "unauthenticated",
    "This e-mail address and password do not go together. Check both and try again; after five wrong tries there is a pause.",
    { reason: "wrong_credentials" },
  );
}

function keyHere(attempt: PasswordTry): string {
  return `${attempt.email} ${attempt.network}`;
}
