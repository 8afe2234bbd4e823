import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { can } from '@/lib/access/can'
import { disconnect } from '@/lib/db/client'
import { findAlike } from '@/lib/people/alike.actions'
import { findPeople } from '@/lib/people/search.actions'
import { openGiven } from '../support/given/given'
import { act } from '../support/handlers'
import { openSuperuser } from '../support/superuser'
import { drawn } from '../support/sweep'
import { givenWorld, type World } from './world'

// Whatever one asks, no matter who asks: who is found is within reach by can() and the facts in memory, and a person who is not
// changes no answer, no order and no suggestion, to the letter.

let owner: pg.Client
beforeAll(async () => {
  owner = await openSuperuser()
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const FIRST = ['Kalimo', 'Sorino', 'Belio', 'Amaru']
const LAST = ['Fictar', 'Inventis', 'Exempla', 'Testaro']

/** Everyone of the world is called something that sounds like someone else. */
const nameAll = async ({ persons }: World): Promise<void> => {
  for (const [index, { id }] of persons.entries())
    await owner.query('UPDATE person_name SET text = $2 WHERE person_id = $1 AND text IS NOT NULL', [
      id,
      `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / 4) % LAST.length]}`,
    ])
}
const reachedBy = ({ files }: World, facts: World['actors'][number]['facts']): ReadonlySet<string> =>
  new Set(files.filter((file) => can(facts, 'case:read', { kind: 'file', ...file })).map(({ id }) => id))

const asking = fc.record({
  first: fc.constantFrom(...FIRST),
  last: fc.constantFrom(...LAST),
  more: fc.constantFrom('', ', Guinean', ' about 30 years old', ' Guinean, in spring'),
  locked: fc.boolean(),
})

it('no one finds who is out of reach, and who is changes nothing by being there', async () => {
  const world = await givenWorld(owner, 4711)
  await nameAll(world)
  const given = openGiven()
  const workers = world.actors.filter(({ facts }) => can(facts, 'case:read') && can(facts, 'case:create'))
  expect(workers.length).toBeGreaterThan(1)
  let [found, unseen] = [0, 0]
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: workers.length - 1 }),
      asking,
      async (who, { first, last, more, locked }) => {
        const actor = workers[who]
        if (actor === undefined) return
        const ask = async () => {
          const sentence = `${first} ${last}${more}`
          const input = { sentence, without: [], locked: locked ? ['country:GN'] : [] }
          const described = { name: `${last} ${first}`, nationality: 'GN', placeId: '' }
          return [
            await act(actor.token, findPeople, input),
            await act(actor.token, findAlike, described),
          ] as const
        }
        const before = await ask()
        const reached = reachedBy(world, actor.facts)
        for (const answer of before) {
          if (!answer.ok) throw new Error(answer.code)
          for (const { caseId } of answer.value.people) {
            found += 1
            expect(reached).toContain(caseId)
          }
        }
        const hidden = world.files.filter(({ id, secrecy }) => secrecy !== 'sealed' && !reached.has(id))
        const file = hidden[unseen % hidden.length]
        if (file === undefined) return
        unseen += 1
        const name = `${first} ${last}`
        const personId = given.person({ caseIds: [file.id], createdBy: file.workerId, name })
        await given.save(owner)
        await owner.query('UPDATE person_name SET text = text WHERE person_id = $1', [personId])
        expect(await ask()).toEqual(before)
      },
    ),
    { numRuns: drawn(15, 60) },
  )
  // Where no one is ever found, nothing was shown.
  expect(found).toBeGreaterThan(drawn(20, 60))
  expect(unseen).toBeGreaterThan(drawn(8, 30))
})
