import type { Locale } from '@/lib/i18n/locales'
import { type Day, dayOf, toDay } from '@/lib/shared/dates'
import { labelIn } from '@/lib/shared/labelled'
import type { Role } from '@/lib/shared/roles'
import type { getOwnAccount } from './own-account.data'
import { awaitsVoucher, type Browser, fromDevice, type System } from './session.rules'
import type { StaffDetails } from './staff.data'

export type AccreditationLine = {
  id: string
  centre: string
  from: Day
  until: Day
  note: string | null
  state: 'holds' | 'over' | 'later'
}

export const toAccreditationLines = (
  accreditations: StaffDetails['accreditations'],
  today: Day,
  locale: Locale,
): AccreditationLine[] =>
  accreditations.map((one) => {
    const [from, until] = [toDay(one.validFrom), toDay(one.validUntil)]
    const begun = from <= today ? 'holds' : 'later'
    return {
      id: one.id,
      centre: labelIn(one.place, locale),
      from,
      until,
      note: one.note,
      state: until < today ? 'over' : begun,
    }
  })

export type ColleagueCard = {
  id: string
  name: string
  role: Role
  offices: string[]
  active: boolean
  /** No one has vouched for it yet: it opens nothing. */
  isAwaited: boolean
  /** Ten or more sign-ins were refused within a day. */
  isTried: boolean
  isSelf: boolean
  leadsDataProtection: boolean
  /** Named so by one admin, in the first days. */
  dataLeadAlone: boolean
}

export const toColleagueCard = (
  staff: StaffDetails,
  actorId: string,
  tried: readonly string[] = [],
): ColleagueCard => ({
  id: staff.id,
  name: staff.name,
  role: staff.role,
  offices: staff.teams.map(({ team }) => team.name),
  active: staff.active,
  isAwaited: staff.active && awaitsVoucher(staff),
  isTried: tried.includes(staff.id),
  isSelf: staff.id === actorId,
  leadsDataProtection: staff.leadsDataProtection,
  dataLeadAlone: staff.dataLeadAlone,
})

export type ColleagueDetails = ColleagueCard & {
  version: number
  since: Day
  /** Whose invitation the account came from; null for the command line. */
  invitedBy: string | null
  vouchedBy: string | null
  teamIds: string[]
  accreditations: AccreditationLine[]
}

export const toColleagueDetails = (
  staff: StaffDetails,
  { actorId, now, locale }: { actorId: string; now: Date; locale: Locale },
): ColleagueDetails => {
  const today = dayOf(now)
  return {
    ...toColleagueCard(staff, actorId),
    version: staff.version,
    since: dayOf(staff.createdAt),
    invitedBy: staff.invitedBy?.name ?? null,
    vouchedBy: staff.vouchedBy?.name ?? null,
    teamIds: staff.teams.map(({ team }) => team.id),
    accreditations: toAccreditationLines(staff.accreditations, today, locale),
  }
}

export type SessionLine = {
  id: string
  browser: Browser
  system: System
  start: Date
  last: Date
  isThis: boolean
}

export type PasskeyLine = {
  readonly id: string
  readonly name: string
  readonly addedOn: Day
  readonly lastUsedOn: Day | null
}

export type OwnAccount = {
  readonly languages: readonly string[]
  version: number
  email: string | null
  enrolledOn: Day | null
  passwordSetOn: Day | null
  /** The last link for a new password: its owner sees who made it, and that it was used. */
  lastReset: { by: string; at: Date; isUsed: boolean } | null
  recoveryCodes: number
  readonly passkeys: readonly PasskeyLine[]
  /** Browsers make passkeys for this server: it has a name. */
  readonly takesPasskeys: boolean
  sessions: SessionLine[]
}

export const toOwnAccount = (account: Awaited<ReturnType<typeof getOwnAccount>>): OwnAccount => ({
  version: account.version,
  languages: account.languages,
  email: account.email,
  enrolledOn: account.enrolledAt && dayOf(account.enrolledAt),
  passwordSetOn: account.passwordSetAt && dayOf(account.passwordSetAt),
  lastReset: account.lastReset && {
    by: account.lastReset.issuer.name,
    at: account.lastReset.createdAt,
    isUsed: account.lastReset.usedAt !== null,
  },
  recoveryCodes: account.recoveryCodes,
  takesPasskeys: account.takesPasskeys,
  passkeys: account.passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
    id,
    name,
    addedOn: dayOf(createdAt),
    lastUsedOn: lastUsedAt && dayOf(lastUsedAt),
  })),
  sessions: account.sessions.map(({ id, device, createdAt, lastSeenAt, isThis }) => ({
    id,
    ...fromDevice(device),
    start: createdAt,
    last: lastSeenAt,
    isThis,
  })),
})

/** An office that may be chosen. */
export type TeamChoice = { readonly id: string; readonly name: string }
