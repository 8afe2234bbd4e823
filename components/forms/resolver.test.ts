import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { flatErrors } from './flat-errors'
import { resolveWith } from './resolver'

const row = z.strictObject({ note: z.string().check(z.minLength(1, 'required'), z.maxLength(3, 'tooLong')) })
const schema = z
  .strictObject({
    name: z.string().check(
      z.trim(),
      z.minLength(1, 'required'),
      z.refine((text) => text !== '', 'second'),
    ),
    rows: z.array(row).check(z.refine((list) => list.length < 2, 'tooMany')),
  })
  .check(z.refine(({ name }) => name !== 'nobody', 'notAName'))
const resolve = async (values: z.input<typeof schema>) => {
  const { errors, values: sent } = await resolveWith(async () => schema)(values, undefined, {
    fields: {},
    shouldUseNativeValidation: false,
  })
  return { faults: flatErrors(errors), sent }
}

describe('the check of a form', () => {
  it('sends what was typed, not what the schema makes of it', async () => {
    expect(await resolve({ name: ' Amal ', rows: [] })).toEqual({
      faults: [],
      sent: { name: ' Amal ', rows: [] },
    })
  })

  it('tells of each field its first fault, and of a list its own beside those of its rows', async () => {
    const { faults } = await resolve({ name: '', rows: [{ note: 'ok' }, { note: '' }] })
    expect(faults).toEqual(
      expect.arrayContaining([
        { path: 'name', code: 'required' },
        { path: 'rows', code: 'tooMany' },
        { path: 'rows.1.note', code: 'required' },
      ]),
    )
    expect(faults).toHaveLength(3)
  })

  it('holds nothing up when the schema could not be brought: the handler checks it', async () => {
    const lost = resolveWith<z.input<typeof schema>>(() => Promise.reject(new Error('no network')))
    const values = { name: '', rows: [] }
    expect(await lost(values, undefined, { fields: {}, shouldUseNativeValidation: false })).toEqual({
      values,
      errors: {},
    })
  })

  it('tells what is wrong with the whole', async () => {
    expect((await resolve({ name: 'nobody', rows: [] })).faults).toEqual([{ path: 'root', code: 'notAName' }])
  })
})
