import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import type { Role } from '@/lib/access/roles'
import { beginningsOf, placesOf } from './house-menu'

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
