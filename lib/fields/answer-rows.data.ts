import 'server-only'
import type { CipherPlace } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import { markNumber } from '@/lib/people/number.data'
import { newId } from '@/lib/shared/ids'
import { onColumns } from '@/lib/shared/when/columns.rules'
import { closeAnswer } from './answer.data'
import { type Answer, holdsCodes, type OwnField, toScaled } from './field.rules'

/** The rows of one answer: several of a list, otherwise one, in the column of its type or encrypted as a whole. */
export const rowsOf = async (
  work: Work,
  field: Pick<OwnField, 'id' | 'type' | 'decimals'>,
  edition: number,
  answer: Answer,
  {
    isClosed,
    at,
    place,
  }: { readonly isClosed: boolean; readonly at: Date; readonly place: (row: string) => CipherPlace },
) => {
  const id = newId(work.now.getTime())
  const base = { id, answerId: id, fieldId: field.id, edition, position: 0, createdAt: at }
  if (isClosed) return [{ ...base, cipher: await work.fieldCrypto.encrypt(place(id), closeAnswer(answer)) }]
  const { state, codes, text } = answer
  if (state !== 'given') return [{ ...base, state }]
  if (holdsCodes(field.type))
    return codes.map((code, position) => ({
      ...base,
      ...(position === 0 ? {} : { id: newId(work.now.getTime()), position }),
      state,
      code,
    }))
  switch (field.type) {
    case 'amount':
      return [{ ...base, state, amount: toScaled(text, field.decimals) }]
    case 'date':
      return [{ ...base, state, ...onColumns(text, 'said') }]
    case 'place':
      return [{ ...base, state, placeId: text }]
    case 'partner':
      return [{ ...base, state, partnerId: text }]
    case 'reference':
    case 'contact':
      return [
        {
          ...base,
          state,
          cipher: await work.fieldCrypto.encrypt(place(id), text),
          ...markNumber(field.type === 'contact' ? 'phone' : 'reference', text),
        },
      ]
    case 'short':
    case 'long':
    case 'yes_no':
    case 'one':
    case 'several':
      return [{ ...base, state, cipher: await work.fieldCrypto.encrypt(place(id), text) }]
  }
}
