import { describe, expect, it } from 'vitest'
import { type Claim, isLastName, isWithdrawnIn } from './withdrawal.rules'

const name = (id: string, change: Partial<Claim> = {}): Claim => ({
  id,
  personId: 'somebody',
  said: { kind: 'name', text: 'Kalimo Fictar' },
  circleCaseId: null,
  recordedAt: new Date('2026-10-07T10:00:00Z'),
  withdrawn: null,
  ...change,
})
const open = { id: 'open', secrecy: 'open' }
const circle = { id: 'circle', secrecy: 'restricted' }

describe('a claim is withdrawn where it was said', () => {
  it.each([
    { intention: 'said to everybody, in an open file', circleCaseId: null, file: open, may: true },
    { intention: 'said to everybody, from a circle', circleCaseId: null, file: circle, may: false },
    { intention: 'said in a circle, there', circleCaseId: 'circle', file: circle, may: true },
    { intention: 'said in a circle, from an open file', circleCaseId: 'circle', file: open, may: false },
    {
      intention: 'said in a circle that was opened up since, there',
      circleCaseId: 'circle',
      file: { ...circle, secrecy: 'open' },
      may: true,
    },
  ])('$intention', ({ circleCaseId, file, may }) => {
    expect(isWithdrawnIn({ circleCaseId }, file)).toBe(may)
  })
})

describe('someone keeps a name', () => {
  it('as long as another one of theirs stands', () => {
    const [first, second] = [name('1'), name('2')]
    expect(isLastName([first, second], first)).toBe(false)
    expect(isLastName([first], first)).toBe(true)
    const gone = name('2', { withdrawn: { at: new Date(0), because: 'misread' } })
    expect(isLastName([first, gone], first)).toBe(true)
    expect(isLastName([first, name('3', { personId: 'else' })], first)).toBe(true)
  })

  it('and of an age or a language none has to stay', () => {
    const spoken = name('1', { said: { kind: 'language', language: 'ff', level: 'fluent' } })
    expect(isLastName([spoken], spoken)).toBe(false)
  })
})
