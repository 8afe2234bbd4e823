import { describe, expect, it } from 'vitest'
import { can } from '@/lib/access/can'
import type { Permission } from '@/lib/access/grants'
import type { Actor } from '@/lib/shared/actor'
import { ROLES, type Role } from '@/lib/shared/roles'
import { HANDLERS, OPEN } from '@/tests/access/truth'
import { beginningsOf, directoryOf, menuOf, ownOf, pagesOf } from './menu'
import { BEGINNINGS, BEYOND, DIRECTORIES, MENUS, PLACES } from './places'

const actor = (role: Role): Actor => ({
  id: 'a',
  sessionId: 's',
  role,
  organisationId: 'o',
  name: 'Invented Colleague',
  locale: 'en',
  teams: [],
  leads: [],
  capabilities: [],
})

const OWN = ['today', 'caseload', 'visits', 'deadlines', 'minors', 'partners', 'belgium']
const BEGINS = ['logVisit', 'newActivity', 'newEnquiry', 'newGroup', 'newPerson', 'newPlan']

describe('the menu', () => {
  it.each([
    { role: 'caseworker', own: OWN, team: [], begins: BEGINS },
    {
      role: 'coordinator',
      own: OWN,
      team: [
        'review',
        'handovers',
        'team',
        'waiting',
        'incoming',
        'reports',
        'duplicates',
        'import',
        'lists',
      ],
      begins: BEGINS,
    },
    {
      role: 'admin',
      own: ['overview', 'reports', 'statistics', 'requests', 'accounts', 'settings', 'partners', 'belgium'],
      team: [],
      begins: [],
    },
    { role: 'guest', own: ['shared', 'belgium'], team: [], begins: [] },
  ] as const)('shows a $role what the role can reach', ({ role, own, team, begins }) => {
    const found = Object.fromEntries(
      menuOf(actor(role)).map(({ name, places }) => [name, places.map(({ key }) => key)]),
    )
    expect(found).toEqual(team.length === 0 ? { own } : { own, team })
    expect(beginningsOf(actor(role)).map(({ key }) => key)).toEqual(begins)
  })

  it.each(ROLES.codes)('names for a %s no page that is closed to the role', (role) => {
    const menu = MENUS[role]
    expect(menuOf(actor(role)).flatMap(({ places }) => places.map(({ key }) => key))).toEqual([
      ...menu.own,
      ...menu.team,
    ])
  })

  it('gives each address to one entry, the nearest', () => {
    const places = menuOf(actor('coordinator')).flatMap((group) => group.places)
    const besidesOf = (key: string) => places.find((place) => place.key === key)?.besides
    expect(besidesOf('caseload')).toEqual(
      expect.arrayContaining(['/cases/review', '/handovers', '/people/duplicates', '/imports']),
    )
    expect(besidesOf('visits')).toEqual(['/planning/closures'])
    expect(besidesOf('handovers')).toEqual([])
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
      'shared',
      'belgium',
      'facts',
      'laws',
      'actors',
      'powers',
      'quality',
      'notices',
      'noticeSettings',
      'me',
      'help',
      'words',
      'news',
      'accessibility',
    ])
  })
})

/** Pages that are named nowhere: a list as a file and on paper, a list of one country, what a page of Belgium or a number leads to. */
const UNNAMED = [
  '/accounts/me/confirm',
  '/cases/export',
  '/cases/print',
  '/countries',
  '/countries/[country]/mistakes',
  '/reports/files',
]

describe('every page without a part in its address', () => {
  const pages = Object.entries(HANDLERS).filter(
    (entry): entry is [string, Permission] =>
      entry[0].startsWith('/') &&
      entry[1] !== OPEN &&
      !entry[0].replace('/countries/[country]', '').includes('['),
  )

  it('is named', () => {
    const named = [...PLACES, ...BEGINNINGS, ...BEYOND].map(({ href }) =>
      href.replace('/countries/be', '/countries/[country]'),
    )
    const unnamed = pages.map(([path]) => path).filter((path) => !named.includes(path))
    expect(unnamed.sort()).toEqual(UNNAMED)
  })

  it('is listed under an entry of the menu only for who may open it', () => {
    for (const role of ROLES.codes)
      for (const key of ['lists', 'requests', 'settings'] as const) {
        const listed = directoryOf(actor(role), key)
        const open = [...PLACES, ...BEYOND].filter(({ permission }) => can(actor(role), permission))
        expect(listed.filter((one) => !open.some((page) => page.key === one.key))).toEqual([])
        if (menuOf(actor(role)).some(({ places }) => places.some((place) => place.key === key)))
          expect(listed.map((one) => one.key)).toEqual(DIRECTORIES[key])
      }
  })

  it('about one’s own work stands in the menu of the account, where the menu has it not', () => {
    expect(ownOf(actor('caseworker')).map(({ key }) => key)).toEqual([
      'me',
      'reports',
      'noticeSettings',
      'drafts',
      'waiting',
      'incoming',
      'circles',
      'handovers',
      'duplicates',
      'rights',
    ])
    expect(ownOf(actor('admin')).map(({ key }) => key)).toEqual(['me', 'noticeSettings', 'drafts'])
    expect(ownOf(actor('guest')).map(({ key }) => key)).toEqual(['me', 'noticeSettings'])
  })
})
