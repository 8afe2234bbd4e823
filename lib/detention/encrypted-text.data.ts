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

const placeIn =
  (kind: 'file' | 'visit', table: string, column: TextPlace['column']) =>
  (id: string, row: string, revision: number): TextPlace => ({
    holder: { kind, id },
    table,
    row,
    column,
    revision,
  })
/** Of a row that is never changed. */
const writtenOnce = (table: string, column: TextPlace['column']) => (caseId: string, row: string) =>
  placeIn('file', table, column)(caseId, row, 1)

export const encounterNoteAt = placeIn('file', 'encounter', 'note')
export const accountNoteAt = placeIn('file', 'encounter_account', 'note')
export const signalNoteAt = writtenOnce('signal', 'note')
export const eventTextAt = writtenOnce('detention_event', 'text')
/** By which airline, ship or road, as it was told: a name, so it is encrypted. */
export const eventCarrierAt = writtenOnce('detention_event', 'carrier')
export const groupNoteAt = placeIn('visit', 'visit_group', 'note')
export const observationTextAt = placeIn('visit', 'visit_observation', 'text')

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
