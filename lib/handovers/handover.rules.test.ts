import { describe, expect, it } from 'vitest'
import { canUndo, draftNote, offeredUntil, toShownState } from './handover.rules'

const sent = new Date('2026-11-24T09:00:00Z')

describe('a hand-over', () => {
  it('is taken back for a day, to the second', () => {
    expect(canUndo(sent, new Date('2026-11-25T08:00:00Z'))).toBe(true)
    expect(canUndo(sent, new Date('2026-11-25T09:00:00Z'))).toBe(true)
    expect(canUndo(sent, new Date('2026-11-25T09:00:01Z'))).toBe(false)
  })

  it('asks for fourteen days, and never beyond its own end', () => {
    expect(offeredUntil(sent, null)).toEqual(new Date('2026-12-08T09:00:00Z'))
    expect(offeredUntil(sent, new Date('2026-11-30T23:00:00Z'))).toEqual(new Date('2026-11-30T23:00:00Z'))
    expect(offeredUntil(sent, new Date('2027-01-30T23:00:00Z'))).toEqual(new Date('2026-12-08T09:00:00Z'))
  })

  it('has gone back the day after its last one, if it was for a time', () => {
    expect(toShownState('accepted', '2026-11-30', '2026-11-30')).toBe('accepted')
    expect(toShownState('accepted', '2026-11-30', '2026-12-01')).toBe('returned')
    expect(toShownState('offered', '2026-11-30', '2026-12-01')).toBe('returned')
    expect(toShownState('undone', '2026-11-30', '2026-12-01')).toBe('undone')
    expect(toShownState('accepted', null, '2030-01-01')).toBe('accepted')
  })
})

describe('the note to begin with', () => {
  it('is the first sentence that was written last, and what is to be done', () => {
    expect(
      draftNote({
        dangers: [],
        lastNote: 'Saw the lawyer.\n\nShe will write next week.',
        nextStep: 'Call the lawyer',
        tasks: ['Bring shoes', 'Call the lawyer'],
      }),
    ).toBe('Saw the lawyer.\n→ Call the lawyer · Bring shoes')
  })

  it('stays empty where nothing is known, and short where much is', () => {
    expect(draftNote({ dangers: [], lastNote: '', nextStep: '', tasks: [] })).toBe('')
    const long = draftNote({ dangers: [], lastNote: 'a '.repeat(900), nextStep: 'b'.repeat(500), tasks: [] })
    expect(long.split('\n').map((line) => line.length)).toEqual([220, 220])
  })
})
