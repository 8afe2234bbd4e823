import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { groupBodies, takesPeople } from './body.rules'
import { ACTOR_KINDS, ACTOR_LEVELS, ACTOR_SECTORS, ACTOR_TOPICS } from './vocabulary.rules'

const file = z.object({
  rows: z.array(
    z.object({
      slug: z.string(),
      kind: z.enum(ACTOR_KINDS.codes),
      sector: z.enum(ACTOR_SECTORS.codes),
      level: z.enum(ACTOR_LEVELS.codes).nullable(),
      topics: z.array(z.enum(ACTOR_TOPICS.codes)),
    }),
  ),
})

const readRows = () => file.parse(JSON.parse(readFileSync('prisma/reference/be/actors.json', 'utf8'))).rows

it('a person is sent to organisations that receive people, and to no ministry, network, church or source of figures', () => {
  const rows = readRows()
  expect(rows.filter(takesPeople).map(({ slug }) => slug)).toEqual([
    'fedasil',
    'myria',
    'specialised-reception-centres',
    'caritas-international-belgium',
    'jrs-belgium',
    'iom',
    'child-focus',
    'samilia-foundation',
    'flemish-refugee-action',
  ])
})

it('bodies are listed by what they do: those that take people first, every one once', () => {
  const bodies = readRows().map((row) => ({
    ...row,
    name: { en: row.slug, fr: row.slug, nl: row.slug, de: row.slug },
    aliases: [],
    regions: [],
    role: { en: '', fr: '', nl: '', de: '' },
    city: null,
    founded: null,
    parent: null,
    note: null,
    recordedOn: '2026-01-01',
  }))
  const groups = groupBodies(bodies)
  expect(groups[0]?.group).toBe('takes')
  expect(groups[0]?.own).toHaveLength(9)
  expect(groups.map(({ group }) => group)).not.toContain('other')
  const listed = groups.flatMap(({ own }) => own.map(({ slug }) => slug))
  expect([...listed].sort()).toEqual(bodies.map(({ slug }) => slug).sort())
  expect(
    groupBodies(bodies.map((body) => ({ ...body, kind: 'unclear' as const, topics: [] }))),
  ).toMatchObject([{ group: 'other' }])
})
