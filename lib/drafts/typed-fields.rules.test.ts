import { describe, expect, it } from 'vitest'
import { takenUp, typedFields } from './typed-fields.rules'

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

describe('a draft that is taken up', () => {
  it('keeps what was typed, and knows the last change that the page knows', () => {
    expect(takenUp({ name: 'Mine', knew: 'a' }, { name: 'Theirs', knew: 'b' })).toEqual({
      name: 'Mine',
      knew: 'b',
    })
  })

  it('does so in each line of a form of several', () => {
    const line = (knew: string, value: unknown) => ({ key: 'organisation.name', knew, value })
    expect(
      takenUp(
        { settings: [line('a', 'Mine'), line('a', { fr: 'Le mien' })] },
        { settings: [line('b', 'Theirs'), line('c', { fr: 'Le leur', nl: 'Die' })] },
      ),
    ).toEqual({ settings: [line('b', 'Mine'), line('c', { fr: 'Le mien' })] })
  })

  it('leaves a version as the draft knew it: a conflict shows both texts', () => {
    expect(takenUp({ text: 'Mine', version: 1 }, { text: 'Theirs', version: 2 })).toEqual({
      text: 'Mine',
      version: 1,
    })
  })
})
