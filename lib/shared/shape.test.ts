import { describe, expect, it } from 'vitest'
import { isId, isListOf, isNullOr, isNumber, isObject, isOneOf, isRecordOf, isText } from './shape'

const isNote = isObject(
  { id: isId, kind: isOneOf('call', 'visit'), at: isNullOr(isNumber), by: isListOf(isText) },
  { more: isRecordOf(isText) },
)
const note = { id: '018f3a1e-7c00-7000-8000-000000000001', kind: 'call', at: null, by: ['a'] }

describe('the shape of what comes from outside', () => {
  it('is taken with all its fields, with or without the optional ones, and with what a later version added', () => {
    for (const more of [{}, { more: {} }, { more: { a: 'b' } }, { later: 1 }])
      expect(isNote({ ...note, ...more })).toBe(true)
  })

  it.each([
    ['nothing', null],
    ['a text', 'note'],
    ['a list', [note]],
    ['no id', { ...note, id: 'mine' }],
    ['an id with something behind it', { ...note, id: `${note.id}\n` }],
    ['a kind nobody knows', { ...note, kind: 'toString' }],
    ['no number', { ...note, at: Number.NaN }],
    ['a number as text', { ...note, at: '1' }],
    ['a list with something else in it', { ...note, by: ['a', 1] }],
    ['an optional field of another shape', { ...note, more: ['a'] }],
    ['a record of something else', { ...note, more: { a: 1 } }],
    ['a field only by inheritance', Object.create(note)],
  ])('refuses %s', (_what, value) => {
    expect(isNote(value)).toBe(false)
  })

  it('refuses what lacks a field', () => {
    for (const field of Object.keys(note))
      expect(isNote(Object.fromEntries(Object.entries(note).filter(([name]) => name !== field)))).toBe(false)
  })
})
