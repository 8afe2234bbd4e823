import { describe, expect, it } from 'vitest'
import { typedFields } from './typed-fields.rules'

describe('what someone typed', () => {
  it.each([
    { intention: 'nothing, when a form is as it began', values: { note: 'as before' }, typed: [] },
    { intention: 'what differs', values: { note: 'another', kind: 'call' }, typed: ['note', 'kind'] },
    { intention: 'what was taken out', values: { note: '' }, typed: ['note'] },
    {
      intention: 'no empty field that came by itself',
      values: { note: 'as before', since: '', placeId: undefined, isAgain: false, where: null },
      typed: [],
    },
    { intention: 'what was added to a list', values: { marks: ['privileged'] }, typed: ['marks'] },
  ])('is $intention', ({ values, typed }) => {
    expect(typedFields(values, { note: 'as before', kind: 'note', marks: [] })).toEqual(typed)
  })
})
