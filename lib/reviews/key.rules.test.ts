import { describe, expect, it } from 'vitest'
import { DEFAULT_KEYS, faultyKeys, readKeys, toCommand, writeKeys } from './key.rules'

const usual = { isOn: true, keys: DEFAULT_KEYS }

describe('the keys of a review', () => {
  it.each([
    ['1', 'fine'],
    ['Z', 'undo'],
    ['ArrowRight', 'next'],
    ['ArrowDown', null],
    ['x', null],
    ['Enter', null],
  ] as const)('%s is %s', (pressed, command) => {
    expect(toCommand(pressed, usual)).toBe(command)
  })

  it('switched off are off, and the arrows are no characters', () => {
    const off = { ...usual, isOn: false }
    expect(toCommand('1', off)).toBeNull()
    expect(toCommand('ArrowLeft', off)).toBe('back')
  })

  it('come back from the cookie as they were chosen', () => {
    const mine = { isOn: false, keys: { ...DEFAULT_KEYS, fine: 'é' } }
    expect(readKeys(writeKeys(mine))).toEqual(mine)
  })

  it.each(['on', 'on 1 1 3 4 z j k', 'on  2 3 4 z j k', 'on 12 2 3 4 z j k'])(
    'are the usual ones when the cookie says %j',
    (text) => {
      expect(readKeys(text)).toEqual(usual)
    },
  )

  it.each(['', undefined, 'perhaps'])('are off until someone turns them on (%j)', (text) => {
    expect(readKeys(text)).toEqual({ ...usual, isOn: false })
  })

  it('are each of their own: a key for two commands is a fault of both', () => {
    expect(faultyKeys({ ...DEFAULT_KEYS, ask: 'Z' })).toEqual(['ask', 'undo'])
    expect(faultyKeys({ ...DEFAULT_KEYS, ask: ' ' })).toEqual(['ask'])
  })
})
