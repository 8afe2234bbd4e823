import type { Gap } from '@/lib/consents/cover.rules'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** A sheet that leaves by a link: how long, how often, and how it stands. The database decides the same (app.open_share). */
export const SHARE_DAYS = ['1', '3', '7', '14', '30'] as const
export const USUAL_DAYS: (typeof SHARE_DAYS)[number] = '7'
export const SHARE_OPENINGS = ['1', '2', '3', '5', '10'] as const
export const USUAL_OPENINGS: (typeof SHARE_OPENINGS)[number] = '3'
export const MOST_TRIES = 5

export type ShareFacts = {
  readonly expiresAt: Date
  readonly maxOpenings: number
  readonly tries: number
  readonly revokedAt: Date | null
  readonly openings: readonly Date[]
}
/** What in the application closes a link without anyone pressing anything. */
export type Around = {
  readonly isFileOver: boolean
  readonly isTakenBack: boolean
  /** Why its consent covers it no more; null when it does. On another ground: a consent taken back since it was sent. */
  readonly gap: Gap | null
}

export const SHARE_STATES = vocabulary('referrals.share-states', [
  'open',
  'revoked',
  'taken_back',
  'file_over',
  'expired',
  'locked',
  'used_up',
  'no_consent',
])
export type ShareState = CodeOf<typeof SHARE_STATES>

/** Whether the link opens now, and else the first reason why it does not. */
export const shareStateOf = (share: ShareFacts, around: Around, now: Date): ShareState => {
  if (share.revokedAt !== null) return 'revoked'
  if (around.isTakenBack) return 'taken_back'
  if (around.isFileOver) return 'file_over'
  if (share.expiresAt <= now) return 'expired'
  if (share.tries >= MOST_TRIES) return 'locked'
  if (share.openings.length >= share.maxOpenings) return 'used_up'
  return around.gap === null ? 'open' : 'no_consent'
}
