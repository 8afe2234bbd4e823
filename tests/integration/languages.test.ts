import { readdirSync } from 'node:fs'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import type { Locale } from '@/lib/i18n/locales'
import { type Handler, listHandlers } from '../architecture/walk'
import { draw } from '../support/draw'
import { givenEveryPage } from '../support/every-page'
import { openPage } from '../support/handlers'
import { openSuperuser } from '../support/superuser'
import { isSweep } from '../support/sweep'

// The browser tests of `npm test` let axe judge every page in English. What axe sees beyond colours and sizes is structure and names:
// a page that has the same in French, Dutch and German is as clean in them. `npm test` compares each page in one of the three, the sweep
// in all. Layout in all four is seen by `npm run stress -- e2e`.

let owner: pg.Client
let given: Awaited<ReturnType<typeof givenEveryPage>>
let pages: readonly Handler[] = []

beforeAll(async () => {
  owner = await openSuperuser()
  given = await givenEveryPage(owner, async (sql, values = []) => (await owner.query(sql, [...values])).rows)
  pages = (await listHandlers()).filter(({ metadata }) => metadata?.kind === 'page')
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

type Page = Parameters<typeof openPage>[1]
const isPage = (open: unknown): open is Page => typeof open === 'function'

/** Attributes whose text is read aloud: English has one where every language has one. */
const NAMES = ['aria-label', 'alt', 'title', 'placeholder', 'label']
/** What says in which language a part is, and nothing of structure. */
const OF_LANGUAGE = ['lang', 'dir', 'hreflang']

type Node = DefaultTreeAdapterTypes.ChildNode
type Look = { readonly lines: string[]; readonly ids: string[]; readonly refs: string[]; text: string }

/** Each element with its place, its attributes and whether it says something; ids, what points at them, and all that is said. */
const look = (nodes: readonly Node[], place: string, found: Look): Look => {
  for (const node of nodes) {
    if (node.nodeName === '#text' && 'value' in node) {
      found.text += ` ${node.value}`
      continue
    }
    if (!('attrs' in node) || node.nodeName === 'script') continue
    const attributes = node.attrs.filter(({ name }) => !OF_LANGUAGE.includes(name))
    const here = `${place}>${node.tagName}`
    const says = attributes
      .filter(({ name }) => NAMES.includes(name))
      .map(({ name, value }) => `${name}${value.trim() === '' ? ' empty' : ''}`)
    const isSpeaking = node.childNodes.some((one) => 'value' in one && one.value.trim() !== '')
    const roles = attributes.flatMap(({ name, value }) =>
      ['role', 'type'].includes(name) ? [`${name}=${value}`] : [],
    )
    found.lines.push([here, ...roles, ...says, isSpeaking ? 'speaks' : 'silent'].join(' '))
    for (const { name, value } of attributes) {
      if (name === 'id') found.ids.push(value)
      if (['for', 'aria-labelledby', 'aria-describedby'].includes(name)) found.refs.push(...value.split(' '))
      if (NAMES.includes(name)) found.text += ` ${value}`
    }
    look(node.childNodes, here, found)
  }
  return found
}

/** What else an address needs. */
const PARTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/countries/[country]/[chapter]': { chapter: 'protection' },
  '/countries/[country]/facts/[slug]': { slug: 'land-area' },
  '/countries/[country]/facts/[slug]/newer': { slug: 'land-area' },
  '/countries/[country]/actors/[slug]/refer': { slug: 'fedasil' },
  '/deadlines/rules/[ruleCode]': { ruleCode: 'APPEAL_CALL_STD' },
  '/help/[room]': { room: 'procedure' },
}
/** An address without a page, and pages of what this organisation has not made; the browser tests of their rooms look at them. */
const ELSEWHERE = [
  '/[...missing]',
  '/activities/groups/[groupId]',
  '/cases/review/[reviewId]',
  '/cases/review/[reviewId]/summary',
  '/circles/shared/[code]',
  '/countries',
  '/imports/[importId]',
  '/people/duplicates/[oneId]/[otherId]',
  '/reports/runs/[run]',
  '/reports/trafficking/exact',
  '/rights/[erasureId]',
  '/settings/fields/[fieldId]',
  '/settings/letters/[templateId]',
  '/settings/lists/[list]',
  '/sheets/[sheet]',
  '/statistics/releases/[releaseId]',
  '/statistics/requests/[requestId]',
]
const FOREIGN: readonly Locale[] = ['fr', 'nl', 'de']
/** A message that is missing is shown as its key: a room and a path. One site of the profile has an address that begins like one. */
const rooms = readdirSync('messages/en').map((file) => file.replace('.json', ''))
const KEY = new RegExp(
  `(?<![\\w./@-])(?!help\\.unhcr\\.org)(${rooms.join('|')})(\\.[a-zA-Z0-9_]+)+(?![\\w/])`,
)

it('every page has in French, Dutch and German the structure and the names that it has in English', async () => {
  const faults: string[] = []
  const shown = new Set<string>()
  for (const [index, { name, open }] of pages.entries()) {
    const foreign = isSweep ? FOREIGN : FOREIGN.filter((_, place) => place === index % FOREIGN.length)
    // Another reader or file in which English looks as before has nothing new to compare: the sweep compares it all the same.
    const compared = new Set<string>()
    for (const [reader, token] of [...given.tokens, given.admin, null].entries())
      for (const [at, file] of (name.startsWith('/cases/[code]')
        ? given.files
        : given.files.slice(0, 1)
      ).entries()) {
        // The other files by the first reader only; in a sweep by all.
        if (!isPage(open) || (!isSweep && reader > 0 && at > 0)) continue
        const params = { ...given.ids, ...PARTS[name], code: file.code, country: 'be' }
        const lookIn = async (locale: Locale): Promise<Look | null> => {
          const page = await openPage(token, open, { params, search: { file: file.id }, locale })
          if (page.outcome !== 'shown') return null
          const html = await draw(page.node, locale)
          return look(parseFragment(html).childNodes, '', { lines: [], ids: [], refs: [], text: '' })
        }
        const english = await lookIn('en')
        if (english === null) continue
        shown.add(name)
        const where = `${name} as reader ${reader}`
        const doubled = english.ids.filter((id, index) => english.ids.indexOf(id) !== index)
        if (doubled.length > 0) faults.push(`${where}: ids twice: ${doubled.join(', ')}`)
        const dangling = english.refs.filter((ref) => ref !== '' && !english.ids.includes(ref))
        const titles = english.lines.filter((line) => />title\b/.test(line) && !line.includes('>svg>'))
        if (titles.length !== 1) faults.push(`${where}: ${titles.length} titles for the tab`)
        if (dangling.length > 0) faults.push(`${where}: names that lead nowhere: ${dangling.join(', ')}`)
        if (!isSweep && english.lines.every((line) => compared.has(line))) continue
        for (const line of english.lines) compared.add(line)
        for (const locale of foreign) {
          const seen = await lookIn(locale)
          // Not how often: the history of a file grows by each look at it.
          const [ours, theirs] = [new Set(english.lines), new Set(seen?.lines)]
          const other = [...ours]
            .filter((line) => !theirs.has(line))
            .concat([...theirs].filter((line) => !ours.has(line)))
          if (other.length > 0) faults.push(`${where} in ${locale}: ${other.slice(0, 3).join(' | ')}`)
          const key = KEY.exec(seen?.text ?? '')
          if (key !== null) faults.push(`${where} in ${locale}: says ${key[0]}`)
        }
      }
  }
  expect(faults).toEqual([])
  const unseen = pages.map(({ name }) => name).filter((name) => !shown.has(name))
  expect(unseen).toEqual(ELSEWHERE)
}, 600_000)
