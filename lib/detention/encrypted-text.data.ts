import 'server-only'
import type { Holder } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'

/** Where a text of a visit or of a file stands. Row and revision are bound into the ciphertext. */
export type TextPlace = {
  readonly holder: Holder
  readonly table: string
  readonly row: string
  readonly column: 'note' | 'text' | 'carrier'
  readonly revision: number
}

export const encounterNoteAt = (caseId: string, row: string, revision: number): TextPlace => ({
  holder: { kind: 'file', id: caseId },
  table: 'encounter',
  row,
  column: 'note',
  revision,
})
export const accountNoteAt = (caseId: string, row: string, revision: number): TextPlace => ({
  holder: { kind: 'file', id: caseId },
  table: 'encounter_account',
  row,
  column: 'note',
  revision,
})
export const signalNoteAt = (caseId: string, row: string): TextPlace => ({
  holder: { kind: 'file', id: caseId },
  table: 'signal',
  row,
  column: 'note',
  revision: 1,
})
export const groupNoteAt = (visitId: string, row: string, revision: number): TextPlace => ({
  holder: { kind: 'visit', id: visitId },
  table: 'visit_group',
  row,
  column: 'note',
  revision,
})
export const observationTextAt = (visitId: string, row: string, revision: number): TextPlace => ({
  holder: { kind: 'visit', id: visitId },
  table: 'visit_observation',
  row,
  column: 'text',
  revision,
})

/** An empty text is no text. */
export const encryptText = async (
  work: Work,
  place: TextPlace,
  text: string,
): Promise<Uint8Array<ArrayBuffer> | null> =>
  text.trim() === '' ? null : work.fieldCrypto.encrypt(place, text.trim())

export const openText = async (
  work: Work,
  place: TextPlace,
  encrypted: Uint8Array | null,
): Promise<string> => (encrypted === null ? '' : work.fieldCrypto.open(place, encrypted))
