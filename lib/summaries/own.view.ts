import type { FieldChoice } from '@/lib/fields/choice.rules'
import type { OwnField } from '@/lib/fields/field.rules'
import type { Given } from '@/lib/fields/given.rules'
import type { NameOf } from './beside.view'
import { each, facts, type Items, some } from './fact.rules'
import type { Fact } from './redact.rules'

/** An answer that stands, to a field that is still asked. */
export type OwnRow = {
  /** null: of the file. */
  readonly personId: string | null
  readonly field: OwnField
  readonly given: Given
  readonly named: FieldChoice | null
}
type Pieces = {
  readonly of: 'ownOf' | 'ownWholeOf' | 'ownSensitiveOf'
  readonly answer: 'ownKnown' | 'ownWhole' | 'ownSensitive'
}
const KNOWN: Pieces = { of: 'ownOf', answer: 'ownKnown' }
const WHOLE: Pieces = { of: 'ownWholeOf', answer: 'ownWhole' }
const SENSITIVE: Pieces = { of: 'ownSensitiveOf', answer: 'ownSensitive' }

/** As which piece an answer may leave; null for a field that is on no sheet. A sensitive one is never on any but the whole one. */
const piecesOf = ({ fieldClass, now }: OwnField): Pieces | null => {
  if (now.level === 'never') return null
  if (fieldClass === 'sensitive') return SENSITIVE
  return now.level === 'known' ? KNOWN : WHOLE
}

const toCards = (rows: readonly OwnRow[], pieces: Pieces, nameOf: NameOf): Items =>
  [...new Set(rows.map(({ personId }) => personId))].flatMap((owner) =>
    facts(
      ...some(nameOf(owner), (text): Fact => ({ piece: pieces.of, value: { kind: 'name', text } })),
      ...each(
        rows.filter(({ personId }) => personId === owner),
        ({ field, given, named }): Fact => ({
          piece: pieces.answer,
          value: { kind: 'own', field, edition: given.edition, answer: given.answer, named },
        }),
      ),
    ),
  )

const cardsOf = (rows: readonly OwnRow[], kinds: readonly Pieces[], nameOf: NameOf): Items =>
  kinds.flatMap((kind) =>
    toCards(
      rows.filter(({ field }) => piecesOf(field) === kind),
      kind,
      nameOf,
    ),
  )

/** What the organisation asks besides, each answer by the level of its field. */
export const toOwn = (rows: readonly OwnRow[], nameOf: NameOf): Items => cardsOf(rows, [KNOWN, WHOLE], nameOf)
export const toOwnSensitive = (rows: readonly OwnRow[], nameOf: NameOf): Items =>
  cardsOf(rows, [SENSITIVE], nameOf)
