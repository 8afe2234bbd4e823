import * as z from 'zod'
import * as actions from '@/lib/asylum/register.actions'
import { REGISTER_STORES } from '@/lib/asylum/register.data'
import type { Fields } from '@/lib/records/field.schema'
import { findMetadata } from '@/lib/server/handler-metadata'
import type { act } from './handlers'

type Ids = { readonly caseId: string; readonly personId: string }

/** A form as its declaration asks for it: empty where it may be, with `words` in every field that takes any words. */
const aForm = (fields: Fields, { caseId, personId }: Ids, words: string) => {
  const filled = (field: Fields[string]): unknown => {
    const takes = (value: unknown) => z.safeParse(field, value).success
    const anyOf = [field.storage.empty, field.storage.list?.codes[0], 'pregnant', '2026-11-02', personId]
    return takes('Verzonnen, "woorden" <b>') ? words : anyOf.find(takes)
  }
  const values = Object.entries(fields).map(([name, field]) => [name, filled(field)])
  return { caseId, subjectId: '', version: 0, ...Object.fromEntries(values) }
}
/** The first field whose day may not be still to come. */
const datedOf = (fields: Fields): string =>
  Object.entries(fields).find(([, { storage }]) => storage.isToCome !== undefined)?.[0] ?? ''

/** The handlers that save a row of a register beside the procedure, by the declaration whose schema they have. */
export const REGISTER_COMMANDS = Object.values(actions).flatMap((open: Parameters<typeof act>[1]) => {
  const metadata = findMetadata(open)
  if (metadata?.kind !== 'action') return []
  return REGISTER_STORES.filter(({ record }) => record.schema === metadata.schema).map((store) => ({
    name: metadata.name,
    open,
    read: store.list,
    input: (ids: Ids, words: string) => aForm(store.record.fields, ids, words),
    /** Complete, and refused: its day is still to come. */
    refused: (ids: Ids) => ({
      ...aForm(store.record.fields, ids, 'Verzonnen'),
      [datedOf(store.record.fields)]: '2099-01-01',
    }),
  }))
})
