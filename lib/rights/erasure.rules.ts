import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

/** Why a file is erased, each with the article of the GDPR (Regulation (EU) 2016/679) that says so. */
export const GROUNDS = {
  no_longer_needed: 'art. 17(1)(a), art. 5(1)(e)',
  consent_withdrawn: 'art. 17(1)(b)',
  objects: 'art. 17(1)(c)',
  unlawful: 'art. 17(1)(d)',
  law_says: 'art. 17(1)(e)',
} as const
export type Ground = keyof typeof GROUNDS
export const isGround = (text: string): text is Ground => Object.hasOwn(GROUNDS, text)
export const listGrounds = (): Ground[] => Object.keys(GROUNDS).filter(isGround)

/** A word that no one answers is over after this many days (app.answer_erasure says the same). */
export const WORD_DAYS = 14
/** An archive opens for this many days, then its key is destroyed (scripts/backup.mjs says the same). */
export const ARCHIVE_DAYS = 30

/** Why nothing of a file may be erased for now. */
export const HOLD_GROUNDS = vocabulary('rights.hold-grounds', [
  'proceedings',
  'inquiry',
  'complaint',
  'asked_by_person',
  'other',
])
export type HoldGround = CodeOf<typeof HOLD_GROUNDS>
