'use server'
import * as z from 'zod'
import type { Work } from '@/lib/db/work'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok, type Result } from '@/lib/shared/result'
import {
  getField,
  insertEdition,
  insertField,
  listFields,
  listLanguagesInUse,
  lockFields,
  type NextEdition,
} from './field.data'
import { dependants, keyFrom, type OwnField, wordsIn } from './field.rules'
import { editionSchema, fieldStateSchema, newFieldSchema, undoFieldSchema } from './field.schema'
import { editionBefore, publishFault, toEditionForm, toFirstEdition, toNextEdition } from './field.view'

const published = z.object({ fieldId: z.uuid(), edition: z.int() })
const audit = (_input: unknown, value: z.output<typeof published>) =>
  ({ event: 'field.published', ...value }) as const

const faultOf = async (
  work: Work,
  field: Parameters<typeof publishFault>[0],
  next: NextEdition,
  fields: readonly OwnField[],
): Promise<Result<never> | null> => {
  const fault = publishFault(field, next, fields, await listLanguagesInUse(work))
  return fault === null ? null : no(fault.code, fault.at === '' ? undefined : { [fault.at]: fault.code })
}

/** An admin adds a field: it is asked from now on. */
export const addField = defineAction({
  name: 'addField',
  permission: 'field:keep',
  stepUp: true,
  schema: newFieldSchema,
  value: published,
  audit,
  run: async (work, input) => {
    await lockFields(work)
    const fields = await listFields(work)
    const { owner, type, fieldClass, labels } = input
    const last = Math.max(0, ...fields.filter((one) => one.owner === owner).map(({ now }) => now.position))
    const edition = toFirstEdition(input, { locale: work.locale, position: Math.min(last + 10, 999) })
    const fault = await faultOf(work, { id: '', owner, fieldClass }, edition, fields)
    if (fault !== null) return fault
    const key = keyFrom(
      wordsIn(labels, 'en'),
      fields.map((field) => field.key),
    )
    const decimals = type === 'amount' ? Number(input.decimals) : 0
    const fieldId = await insertField(work, { key, owner, type, fieldClass, decimals }, edition)
    return ok({ fieldId, edition: 1 })
  },
})

type Read = { readonly field: OwnField; readonly fields: readonly OwnField[] }
const publish = async (
  work: Work,
  { fieldId, version }: { readonly fieldId: string; readonly version: number },
  make: (read: Read) => NextEdition | Result<never>,
): Promise<Result<z.output<typeof published>>> => {
  await lockFields(work)
  const read = await getField(work, fieldId)
  if (read.field.now.edition !== version) return conflict(toEditionForm(read.field))
  const next = make(read)
  if ('ok' in next) return next
  const fault = await faultOf(work, read.field, next, read.fields)
  if (fault !== null) return fault
  await insertEdition(work, fieldId, version + 1, next)
  return ok({ fieldId, edition: version + 1 })
}

/** Publishes what a field is called, where and when it is asked. Answers stay as they are. */
export const publishEdition = defineAction({
  name: 'publishEdition',
  permission: 'field:keep',
  stepUp: true,
  schema: editionSchema,
  value: published,
  audit,
  run: (work, input) =>
    publish(work, input, ({ field }) => {
      const known = new Set(field.now.options.map(({ code }) => code))
      const sent = new Set(input.options.map(({ code }) => code))
      if (known.size !== sent.size || [...known].some((code) => !sent.has(code)))
        return no('unknownChoice', { options: 'unknownChoice' })
      return toNextEdition(input, field, work.locale)
    }),
})

/** Retires a field, so that it is asked no more, or brings it back. Every answer stays. */
export const setFieldState = defineAction({
  name: 'setFieldState',
  permission: 'field:keep',
  schema: fieldStateSchema,
  value: published,
  audit,
  run: (work, input) =>
    publish(work, input, ({ field, fields }) => {
      // What is shown by its answer would be asked of no one any more.
      if (input.state === 'retired' && dependants(fields, field.id).length > 0) return no('fieldNeeded')
      return { ...field.now, state: input.state, because: input.because, undoes: null }
    }),
})

/** Publishes the edition before the last one again. Values that a list got since stay, and are not offered. */
export const undoFieldEdition = defineAction({
  name: 'undoFieldEdition',
  permission: 'field:keep',
  stepUp: true,
  schema: undoFieldSchema,
  value: published,
  audit,
  run: (work, input) =>
    publish(work, input, ({ field, fields }) => {
      const before = editionBefore(field)
      if (before === null) return no('nothingToUndo')
      if (before.state === 'retired' && dependants(fields, field.id).length > 0) return no('fieldNeeded')
      return { ...before, because: input.because }
    }),
})
