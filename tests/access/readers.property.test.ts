import { afterAll, expect, it } from 'vitest'
import { can } from '@/lib/access/can'
import { listReaders } from '@/lib/cases/reader.data'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { openSuperuser } from '../support/superuser'
import { SEED } from '../support/sweep'
import { givenWorld } from './world'

afterAll(disconnect)

it('who sees a file and why names exactly the colleagues who may read it, and no one to anyone who does not', async () => {
  const owner = await openSuperuser()
  const seed = SEED
  const { actors, files } = await givenWorld(owner, seed, { files: 60, visits: 1 })
  await owner.end()
  const wrong: string[] = []
  let named = 0
  for (const { facts, token } of actors)
    await withWork(token, async (work) => {
      for (const file of files) {
        const subject = { kind: 'file', ...file } as const
        const readers = await listReaders(work, file.id)
        const said = [...new Set(readers.map(({ staffId }) => staffId))].sort()
        const expected = can(facts, 'case:read', subject)
          ? actors
              .filter(
                ({ facts: one }) =>
                  can(one, 'case:read', subject) ||
                  (one.role === 'guest' && file.guests.some(({ staffId }) => staffId === one.id)),
              )
              .map(({ facts: { id } }) => id)
          : []
        named += said.length
        if (said.join() !== expected.sort().join())
          wrong.push(`seed ${seed}: ${facts.role} is told ${said.join()} of ${JSON.stringify(file)}`)
        const works = new Set(readers.filter((one) => one.works).map(({ staffId }) => staffId))
        for (const one of actors)
          if (
            works.has(one.facts.id) !== (said.includes(one.facts.id) && can(one.facts, 'case:edit', subject))
          )
            wrong.push(`seed ${seed}: ${one.facts.role} is said to work on ${JSON.stringify(file)}`)
      }
    })
  expect(wrong).toEqual([])
  expect(named).toBeGreaterThan(50)
})
