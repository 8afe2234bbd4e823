import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { takesPeople } from './body.rules'
import { ACTOR_KINDS, ACTOR_LEVELS, ACTOR_TOPICS } from './vocabulary.rules'

const file = z.object({
  rows: z.array(
    z.object({
      slug: z.string(),
      kind: z.enum(ACTOR_KINDS.codes),
      level: z.enum(ACTOR_LEVELS.codes).nullable(),
      topics: z.array(z.enum(ACTOR_TOPICS.codes)),
    }),
  ),
})

it('a person is sent to organisations that receive people, and to no ministry, network, church or source of figures', () => {
  const { rows } = file.parse(JSON.parse(readFileSync('prisma/reference/be/actors.json', 'utf8')))
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
