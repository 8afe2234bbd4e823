import type { Role } from '@/lib/shared/roles'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Accounts: who works here, and how long a sign-in is believed. This file: the life of a session. */

/** Twelve hours after sign-in a session ends, however busy it was: one working day. */
export const ABSOLUTE_SECONDS = 12 * 60 * 60

const MINUTE = 60_000
const IDLE_MINUTES = { caseworker: 30, guest: 30, coordinator: 15, admin: 15 } as const satisfies Record<
  Role,
  number
>

/** Milliseconds without a request after which the session ends; shorter for those who reach more, and where the organisation set less. */
export const idleMilliseconds = (role: Role, idle: IdleRule): number =>
  Math.min(IDLE_MINUTES[role], requiresSecondStep(role) ? idle.wide : idle.own) * MINUTE

/** The roles that reach more than their own files, or the accounts, never work with a password alone. */
export const requiresSecondStep = (role: Role): boolean => role === 'coordinator' || role === 'admin'

export type IdleRule = { readonly own: number; readonly wide: number }

type SessionState = {
  revokedAt: Date | null
  expiresAt: Date
  lastSeenAt: Date
  staff: { active: boolean; role: Role }
}

/** The same verdict as `app.enter(token)` gives in the database; an integration test holds the two together. */
export const isSessionLive = (session: SessionState, now: Date, idle: IdleRule): boolean =>
  session.revokedAt === null &&
  session.expiresAt > now &&
  now.getTime() - session.lastSeenAt.getTime() < idleMilliseconds(session.staff.role, idle) &&
  session.staff.active

type SecondStepState = { secondStepAt: Date | null; secondStepDue: boolean; staff: { role: Role } }

/** True while the session is confined to the second step. */
export const owesSecondStep = (session: SecondStepState): boolean =>
  session.secondStepAt === null && (session.secondStepDue || requiresSecondStep(session.staff.role))

/**
 * True while no one has vouched for the account behind a session. An admin invites and makes links for new passwords; that
 * alone must open no file, so a coordinator says who it is. An admin's own account reaches no one’s life and waits for none.
 */
export const awaitsVoucher = (staff: { role: Role; vouchedAt: Date | null }): boolean =>
  staff.role !== 'admin' && staff.vouchedAt === null

/** Minutes after the person proved who they are in which the app that makes the codes may be replaced, as with a lost phone. */
const FRESH_MINUTES = 10

/** May this session set up the second step: it has none yet, or has just proved itself with the old one. */
export const mayEnrol = (
  session: { steppedUpAt: Date | null },
  enrolledAt: Date | null,
  now: Date,
): boolean =>
  enrolledAt === null ||
  (session.steppedUpAt !== null && now.getTime() - session.steppedUpAt.getTime() < FRESH_MINUTES * MINUTE)

export const BROWSERS = vocabulary('accounts.browsers', ['edge', 'firefox', 'chrome', 'safari', 'other'])
export const SYSTEMS = vocabulary('accounts.systems', [
  'android',
  'ios',
  'windows',
  'macos',
  'linux',
  'other',
])
export type Browser = CodeOf<typeof BROWSERS>
export type System = CodeOf<typeof SYSTEMS>

const BROWSER_SIGNS: ReadonlyArray<readonly [RegExp, Browser]> = [
  [/\bEdgi?A?\//i, 'edge'],
  [/\b(?:Firefox|FxiOS)\//, 'firefox'],
  [/\b(?:Chrome|Chromium|CriOS)\//, 'chrome'],
  [/\bVersion\/[\d.]+.*Safari\//, 'safari'],
]
// Android calls itself Linux too, and an iPhone Mac OS X: the order matters.
const SYSTEM_SIGNS: ReadonlyArray<readonly [RegExp, System]> = [
  [/Android/, 'android'],
  [/iPhone|iPad|iPod/, 'ios'],
  [/Windows/, 'windows'],
  [/Mac OS X|Macintosh/, 'macos'],
  [/Linux|X11|CrOS/, 'linux'],
]

/** A closed word such as `firefox-windows`: enough to recognise one's own device, too little to follow anyone. */
export const toDevice = (userAgent: string): string => {
  const shown = userAgent.slice(0, 400)
  const browser = BROWSER_SIGNS.find(([sign]) => sign.test(shown))?.[1] ?? 'other'
  const system = SYSTEM_SIGNS.find(([sign]) => sign.test(shown))?.[1] ?? 'other'
  return `${browser}-${system}`
}

/** Back to the two words; an unknown word becomes `other`. */
export const fromDevice = (device: string): { browser: Browser; system: System } => {
  const [first, second] = device.split('-')
  return {
    browser: BROWSERS.match(first) ?? 'other',
    system: SYSTEMS.match(second) ?? 'other',
  }
}
