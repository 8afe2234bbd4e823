import type { CipherPlace } from '@/lib/db/field-crypto'

const at = (row: string, column: string): CipherPlace => ({
  holder: { kind: 'incoming', id: row },
  table: 'incoming_referral',
  row,
  column,
  revision: 1,
})

/** Where what a partner typed is encrypted: under a key of the row alone. */
export const contentAt = (row: string) => at(row, 'content')
/** Where the reason of the decision is. */
export const wordsAt = (row: string) => at(row, 'words')
