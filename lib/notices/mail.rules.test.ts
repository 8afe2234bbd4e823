import { describe, expect, it } from 'vitest'
import { dueMail, type Moment, type Recipient } from './mail.rules'
import { isQuiet } from './notice.rules'

const tuesday = (hour: number): Moment => ({ day: '2026-11-24', hour, isMonday: false })
const monday = (hour: number): Moment => ({ day: '2026-11-23', hour, isMonday: true })
const recipient: Recipient = {
  waiting: [{ kind: 'file_assigned', count: 2 }],
  settings: [],
  preference: { digest: 'daily', quietFrom: 20, quietUntil: 7 },
  digestedOn: '2026-11-23',
}
const critical: Recipient = { ...recipient, waiting: [{ kind: 'signal_critical', count: 1 }] }
const weekly: Recipient = { ...recipient, preference: { ...recipient.preference, digest: 'weekly' } }

describe('a mail is due', () => {
  it.each([
    { intention: 'daily digest, the next day', who: recipient, at: tuesday(8), is: ['file_assigned'] },
    {
      intention: 'not twice on a day',
      who: { ...recipient, digestedOn: '2026-11-24' },
      at: tuesday(8),
      is: null,
    },
    { intention: 'not in quiet hours before midnight', who: recipient, at: tuesday(21), is: null },
    { intention: 'not in quiet hours after midnight', who: recipient, at: tuesday(6), is: null },
    { intention: 'at the hour quiet time ends', who: recipient, at: tuesday(7), is: ['file_assigned'] },
    {
      intention: 'the first digest ever',
      who: { ...recipient, digestedOn: null },
      at: tuesday(8),
      is: ['file_assigned'],
    },
    { intention: 'weekly waits for Monday', who: { ...weekly, digestedOn: null }, at: tuesday(8), is: null },
    {
      intention: 'weekly on Monday',
      who: { ...weekly, digestedOn: '2026-11-16' },
      at: monday(8),
      is: ['file_assigned'],
    },
    { intention: 'weekly not the day after', who: weekly, at: tuesday(8), is: null },
    {
      intention: 'weekly makes up for a Monday on which the house slept',
      who: { ...weekly, digestedOn: '2026-11-16' },
      at: tuesday(8),
      is: ['file_assigned'],
    },
    { intention: 'a critical signal at once', who: critical, at: tuesday(12), is: ['signal_critical'] },
    { intention: 'and in the night', who: critical, at: tuesday(3), is: ['signal_critical'] },
    {
      intention: 'unless switched off',
      who: { ...critical, settings: [{ kind: 'signal_critical', way: 'house' }] },
      at: tuesday(12),
      is: null,
    },
    {
      intention: 'at once by choice still keeps quiet hours when it is not urgent',
      who: { ...recipient, settings: [{ kind: 'file_assigned', way: 'now' }] },
      at: tuesday(22),
      is: null,
    },
    {
      intention: 'a kind that no longer exists says nothing',
      who: { ...recipient, waiting: [{ kind: 'old', count: 1 }] },
      at: tuesday(8),
      is: null,
    },
    {
      intention: 'nobody asked for a digest',
      who: { ...recipient, preference: { ...recipient.preference, digest: 'off' as const } },
      at: tuesday(8),
      is: null,
    },
  ])('$intention', ({ who, at, is }) => {
    expect(dueMail(who, at)?.kinds.map(({ kind }) => kind) ?? null).toEqual(is)
  })

  it('takes what waits for the digest along only when the digest is due', () => {
    const both = { ...critical, waiting: [...critical.waiting, ...recipient.waiting] }
    expect(dueMail(both, tuesday(3))).toEqual({
      kinds: [{ kind: 'signal_critical', count: 1 }],
      hasDigest: false,
    })
    expect(dueMail(both, tuesday(8))?.hasDigest).toBe(true)
  })
})

it('equal hours mean no quiet time', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => hour)
  expect(hours.filter((hour) => isQuiet(hour, { digest: 'daily', quietFrom: 9, quietUntil: 9 }))).toEqual([])
  expect(hours.filter((hour) => isQuiet(hour, { digest: 'daily', quietFrom: 12, quietUntil: 14 }))).toEqual([
    12, 13,
  ])
})
