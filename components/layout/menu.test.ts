import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/shared/actor'
import type { Role } from '@/lib/shared/roles'
import { HANDLERS } from '@/tests/access/truth'
import { beginningsOf, pagesOf, placesOf } from './menu'
import { BEGINNINGS, BEYOND, PLACES } from './places'

const actor = (role: Role): Actor => ({
  id: 'a',
  sessionId: 's',
  role,
  organisationId: 'o',
  name: 'Invented Colleague',
  locale: 'en',
  teams: [],
  leads: [],
})

describe('the menu', () => {
  it.each([
    {
      role: 'caseworker',
      places: ['today', 'caseload', 'visits', 'deadlines', 'minors', 'belgium'],
      begins: ['logVisit', 'newPerson'],
    },
    {
      role: 'coordinator',
      places: ['today', 'caseload', 'visits', 'deadlines', 'minors', 'belgium'],
      begins: ['logVisit', 'newPerson'],
    },
    { role: 'admin', places: ['today', 'belgium', 'statistics', 'accounts'], begins: [] },
    { role: 'guest', places: ['today', 'belgium'], begins: [] },
  ] as const)('shows a $role what the role can reach', ({ role, places, begins }) => {
    expect(placesOf(actor(role)).map(({ key }) => key)).toEqual(places)
    expect(beginningsOf(actor(role)).map(({ key }) => key)).toEqual(begins)
  })
})

describe('the pages that can be gone to by name', () => {
  it.each([...BEGINNINGS, ...PLACES, ...BEYOND])(
    'asks for $key what its handler asks for',
    ({ href, permission }) => {
      expect(HANDLERS[href.replace('/countries/be', '/countries/[country]')]).toBe(permission)
    },
  )

  it('has no page twice and shows no one a page that is closed to the role', () => {
    const keys = pagesOf(actor('coordinator'))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain('find')
    expect(keys).not.toContain('upkeep')
    expect(pagesOf(actor('guest'))).toEqual([
      'today',
      'belgium',
      'facts',
      'laws',
      'actors',
      'powers',
      'quality',
      'notices',
      'settings',
      'me',
    ])
  })
})
