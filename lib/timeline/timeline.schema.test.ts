import { describe, expect, it } from 'vitest'
import { readTimelineForm, readTimelineSearch, writeTimelineQuery } from './timeline.schema'

describe('the address of a timeline', () => {
  it('says the same whichever way it was written', () => {
    const address = { kinds: ['visit', 'call'], isNew: true, before: '2026-11-24' } as const
    const query = writeTimelineQuery(address)
    expect(query).toBe('kind=visit&kind=call&new=1&before=2026-11-24')
    expect(readTimelineSearch({ kind: ['call', 'visit'], new: '1', before: '2026-11-24' })).toEqual(address)
    expect(readTimelineForm(new URLSearchParams(query))).toEqual({ ...address, before: null })
  })

  it('takes nothing that it does not know', () => {
    expect(readTimelineSearch({ kind: 'gossip', new: 'yes', before: '2026-02-31', file: 'x' })).toEqual({
      kinds: [],
      isNew: false,
      before: null,
    })
    expect(writeTimelineQuery({ kinds: [], isNew: false, before: null })).toBe('')
  })
})
