import { describe, expect, it } from 'vitest'
import { type Telling, tellings } from './event.view'

type Named = Telling & { readonly id: string }

const shown = (id: string, more: Partial<Telling['event']> = {}, moved: Partial<Telling> = {}): Named => ({
  id,
  event: {
    kind: 'told',
    concerns: 'missing',
    personId: 'minor',
    on: { form: 'exact', day: '2026-11-19' },
    at: '22:10',
    ...more,
  },
  earlier: [],
  same: null,
  started: [],
  closed: [],
  ...moved,
})
const ids = (...all: readonly Named[]) => tellings(all).map((group) => group.map(({ id }) => id))

describe('who was told of a disappearance', () => {
  it('stands together where it was the same disappearance at the same moment', () => {
    expect(ids(shown('a'), shown('b'), shown('c'))).toEqual([['a', 'b', 'c']])
  })

  it('stands apart at another moment, of another minor or disappearance, or of another kind', () => {
    const others: readonly Partial<Telling['event']>[] = [
      { at: '23:00' },
      { on: { form: 'exact', day: '2026-11-20' } },
      { personId: 'other' },
      { concerns: 'again' },
      { kind: 'found' },
    ]
    for (const other of others) expect(ids(shown('a'), shown('b', other))).toEqual([['a'], ['b']])
  })

  it('keeps apart what was corrected, moved a deadline or may be told twice', () => {
    for (const more of [{ earlier: [{}] }, { started: [{}] }, { closed: [{}] }, { same: {} }])
      expect(ids(shown('a'), shown('b', {}, more), shown('c'))).toEqual([['a'], ['b'], ['c']])
  })
})
