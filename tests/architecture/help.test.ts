import { describe, expect, it } from 'vitest'
import { buttonsOf, GUIDES, type GuideKey } from '@/components/help/guides'
import { TERMS } from '@/components/help/help-terms'
import { HELP_ROOMS, roomAt } from '@/components/help/rooms'
import { LOCALES } from '@/lib/i18n/locales'
import { ROLES } from '@/lib/shared/roles'
import { HANDLERS } from '@/tests/access/truth'
import de from '../../messages/de/help.json' with { type: 'json' }
import steps from '../../messages/en/guide.json' with { type: 'json' }
import en from '../../messages/en/help.json' with { type: 'json' }
import fr from '../../messages/fr/help.json' with { type: 'json' }
import nl from '../../messages/nl/help.json' with { type: 'json' }
import { listBroughtMessages, listClientMessages } from './client-messages'
import { listFiles, read } from './walk'

const HELP = { en, fr, nl, de } as const
const guides = Object.keys(en.guide).filter((key): key is GuideKey => key in GUIDES)
const drawn = listFiles('components', (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .filter((file) => !file.startsWith('components/help/'))
  .map((file) => ({ file, text: read(file) }))

/** Whether a page asks for these words by what is left of the key after a namespace, in a file of this namespace or of its room. */
const isDrawn = (key: string): boolean => {
  const parts = key.split('.')
  // Pages and beginnings are drawn from one table by their keys.
  if (parts[0] === 'menu') return read('components/layout/places.ts').includes(`key: '${parts.at(-1)}'`)
  return parts.slice(1).some((_part, index) => {
    const [namespace, rest] = [parts.slice(0, index + 1).join('.'), parts.slice(index + 1)]
    const asked = new RegExp(`['\`]${rest.join('\\.')}['\`]`)
    const isOf = ({ file, text }: (typeof drawn)[number]): boolean =>
      text.includes(`useTranslations('${namespace}')`) || file.startsWith(`components/${namespace}/`)
    return drawn.some((one) => isOf(one) && asked.test(one.text))
  })
}

describe('help', () => {
  it('names buttons that a page still draws, and knows that it looks', () => {
    const named = guides.flatMap((guide) => buttonsOf(guide).map(([, key]) => key))
    expect(named.filter((key) => !isDrawn(key))).toEqual([])
    expect(isDrawn('cases.write.neverDrawn')).toBe(false)
  })

  it.each(guides)('%s names each of its buttons, and is found in a room', (guide) => {
    const asked = [...steps.steps[guide].matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect([...new Set(asked)].sort()).toEqual(
      buttonsOf(guide)
        .map(([name]) => name)
        .sort(),
    )
    expect(HELP_ROOMS.some((room) => room.guides.includes(guide))).toBe(true)
  })

  it('explains every word, and says what it is called in the other languages as they say it', () => {
    expect([...TERMS].sort()).toEqual(Object.keys(en.term).sort())
    const names = (locale: (typeof LOCALES.codes)[number]) =>
      TERMS.map((term) => HELP[locale].term[term].name.toLowerCase())
    for (const locale of LOCALES.codes)
      for (const other of LOCALES.codes.filter((one) => one !== locale))
        for (const [at, term] of TERMS.entries())
          expect(HELP[locale].term[term].elsewhere.toLowerCase()).toContain(`${other} ${names(other)[at]}`)
  })

  it.each(ROLES.codes)('has something to say on every page of a %s', (role) => {
    for (const path of Object.keys(HANDLERS).filter((one) => one.startsWith('/')))
      expect(roomAt(path.replaceAll(/\[\w+\]/g, 'x'), role), path).toBeDefined()
  })

  it.each([
    ['/', 'caseworker', 'today'],
    ['/', 'admin', 'overview'],
    ['/cases', 'caseworker', 'caseload'],
    ['/cases/K7-3QF', 'caseworker', 'file'],
    ['/cases/K7-3QF/asylum', 'caseworker', 'procedure'],
    ['/cases/review', 'coordinator', 'team'],
    ['/planning/closures', 'coordinator', 'planner'],
    ['/countries/be/comparison', 'admin', 'reports'],
    ['/countries/be', 'guest', 'belgium'],
    ['/notices/settings', 'admin', 'settings'],
  ] as const)('knows %s of a %s', (path, role, room) => {
    expect(roomAt(path, role)?.key).toBe(room)
  })

  it('brings its own words with it, and no more', () => {
    expect(listBroughtMessages('components/shell/help-keys.tsx')).toEqual(
      listClientMessages('components/help/help-panel.tsx'),
    )
  })
})
