import * as z from 'zod'
import { asTyped } from '@/lib/server/typed'
import errors from '@/messages/en/errors.json'
import { listHandlers } from '../architecture/walk'
import { wordFields } from './words-of'

/** Carried by our pages from one step to the next; no one types in them. */
const CARRIED = /\.(query|before|placeId)$/
/** Several names in one field, parted by lines, commas and semicolons (integration/own-settings.test.ts). */
const PARTED = /\.aliases$/

/** Every field of every action that takes words, and which of these words it neither keeps nor refuses with a word a form can show. */
export const wordFaults = async (strings: readonly string[]) => {
  const every = strings.map(asTyped)
  const fields = (await listHandlers()).flatMap(({ name, metadata }) =>
    metadata?.kind === 'action'
      ? wordFields(metadata.schema)
          .filter(({ path }) => !CARRIED.test(path) && !PARTED.test(path))
          .map((field) => ({ handler: name, ...field }))
      : [],
  )
  const faults = fields.flatMap(({ handler, path, schema }) =>
    every.flatMap((words) => {
      const parsed = z.safeParse(schema, words)
      const isFine = parsed.success
        ? parsed.data === words || parsed.data === String(words).trim()
        : parsed.error.issues.every(({ message }) => Object.hasOwn(errors, message))
      return isFine ? [] : [`${handler}${path}: ${String(words).slice(0, 40)}`]
    }),
  )
  return { fields: fields.length, faults }
}
