import { describe, expect, it } from 'vitest'
import type { Role } from '@/lib/shared/roles'
import { fromDevice, isSessionLive, owesSecondStep, toDevice } from './session.rules'

const IDLE = { own: 30, wide: 15 }

const now = new Date('2026-11-24T10:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const session = (change: object = {}, role: Role = 'caseworker', active = true) => ({
  revokedAt: null,
  expiresAt: new Date('2026-11-24T20:00:00Z'),
  lastSeenAt: ago(1),
  secondStepAt: null,
  secondStepDue: false,
  staff: { active, role },
  ...change,
})

describe('a session', () => {
  it('is believed while it is used', () => {
    expect(isSessionLive(session(), now, IDLE)).toBe(true)
  })

  it.each([
    ['caseworker', 29, true],
    ['caseworker', 30, false],
    ['guest', 30, false],
    ['coordinator', 14, true],
    ['coordinator', 15, false],
    ['admin', 15, false],
  ] as const)('of a %s idle for %i minutes: %s', (role, minutes, live) => {
    expect(isSessionLive(session({ lastSeenAt: ago(minutes) }, role), now, IDLE)).toBe(live)
  })

  it.each([
    ['ended by hand', session({ revokedAt: ago(1) })],
    ['over its twelve hours', session({ expiresAt: now })],
    ['of an account that was switched off', session({}, 'caseworker', false)],
  ])('is not believed when %s', (_intention, ended) => {
    expect(isSessionLive(ended, now, IDLE)).toBe(false)
  })

  it.each([
    ['caseworker without a second step', session(), false],
    ['caseworker who has one', session({ secondStepDue: true }), true],
    ['caseworker who has given it', session({ secondStepDue: true, secondStepAt: now }), false],
    ['coordinator who has none yet', session({}, 'coordinator'), true],
    ['admin who has none yet', session({}, 'admin'), true],
    ['admin who has given it', session({ secondStepAt: now }, 'admin'), false],
  ])('owes the second step: %s', (_intention, state, owes) => {
    expect(owesSecondStep(state)).toBe(owes)
  })
})

describe('a device', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox-windows'],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      'chrome-linux',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Mobile Safari/537.36',
      'chrome-android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 (KHTML, like Gecko) Version/18.0 Mobile/15E Safari/604.1',
      'safari-ios',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Safari/605.1',
      'safari-macos',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Safari/537.36 Edg/156.0',
      'edge-windows',
    ],
    ['curl/8', 'other-other'],
    ['', 'other-other'],
  ])('is two words', (agent, device) => {
    expect(toDevice(agent)).toBe(device)
    expect(fromDevice(device)).toEqual({ browser: device.split('-')[0], system: device.split('-')[1] })
  })

  it('with an unknown word is called other', () => {
    expect(fromDevice('netscape-amiga')).toEqual({ browser: 'other', system: 'other' })
  })
})
