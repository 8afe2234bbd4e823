import { afterAll, expect, it } from 'vitest'
import * as z from 'zod'
import { can } from '@/lib/access/can'
import { type ColleagueAccess, explainAccess } from '@/lib/cases/colleague-access.data'
import { listReaders } from '@/lib/cases/reader.data'
import { disconnect } from '@/lib/db/client'
import { NotSignedIn } from '@/lib/db/errors'
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

class RolledBack extends Error {}
const ids = z.array(z.object({ id: z.string() }))

/** What the database really gives a colleague in a session of their own: the files they read, change, and are a guest of. */
const reallyReaches = async (token: string) => {
  const found = { reads: new Set<string>(), changes: new Set<string>(), parts: new Set<string>() }
  const look = async (work: Parameters<Parameters<typeof withWork>[1]>[0]) => {
    const add = (into: Set<string>, answer: unknown) => {
      for (const { id } of ids.parse(answer)) into.add(id)
    }
    add(found.reads, await work.tx.$queryRaw`SELECT id FROM public.case_file`)
    add(found.parts, await work.tx.$queryRaw`SELECT pg_catalog.unnest(app.guest_cases(NULL)) AS id`)
    add(found.changes, await work.tx.$queryRaw`UPDATE public.case_file SET version = version RETURNING id`)
    throw new RolledBack()
  }
  await withWork(token, look).catch((error: unknown) => {
    if (!(error instanceof RolledBack || error instanceof NotSignedIn)) throw error
  })
  return (fileId: string): ColleagueAccess['verdict'] => {
    if (found.changes.has(fileId)) return 'changes'
    if (found.reads.has(fileId)) return 'reads'
    return found.parts.has(fileId) ? 'parts' : 'nothing'
  }
}

it('why a colleague sees a file, or not, says what the database really gives them, and nothing to anyone who does not read it', async () => {
  const owner = await openSuperuser()
  const seed = SEED + 1
  const world = await givenWorld(owner, seed, { staff: 20, files: 12, visits: 1 })
  // Accounts that open nothing, whatever names them: one is not in use, one is not confirmed.
  const [first, second] = world.actors.filter(({ facts }) => facts.role === 'caseworker')
  await owner.query('UPDATE staff SET active = false WHERE id = $1', [first?.facts.id])
  await owner.query('UPDATE staff SET vouched_at = NULL, vouched_by = NULL WHERE id = $1', [second?.facts.id])
  const actors = await Promise.all(
    world.actors.map(async (one) => ({ ...one, reaches: await reallyReaches(one.token) })),
  )
  const live = actors.filter(({ facts: { id } }) => id !== first?.facts.id && id !== second?.facts.id)
  const wrong: string[] = []
  const met = new Set<string>()
  for (const file of world.files) {
    const asks = live.find((one) => ['changes', 'reads'].includes(one.reaches(file.id)))
    const stranger = live.find((one) => ['parts', 'nothing'].includes(one.reaches(file.id)))
    if (stranger)
      await withWork(stranger.token, async (work) => {
        if ((await explainAccess(work, file.id, file.workerId)) !== null)
          wrong.push(`seed ${seed}: a ${stranger.facts.role} is told of ${file.id}`)
        const rows = await work.tx
          .$queryRaw`SELECT fact FROM app.access_facts(${file.id}::uuid, ${file.workerId}::uuid)`
        if (JSON.stringify(rows) !== '[]') wrong.push(`seed ${seed}: facts of ${file.id} reach a stranger`)
      })
    if (asks)
      await withWork(asks.token, async (work) => {
        for (const { facts, reaches } of actors) {
          const said = await explainAccess(work, file.id, facts.id)
          if (facts.organisationId !== asks.facts.organisationId) {
            if (said !== null) wrong.push(`seed ${seed}: of another organisation`)
            continue
          }
          const real = reaches(file.id)
          met.add(`${real} ${file.secrecy}`)
          for (const { fact } of said?.facts ?? []) met.add(fact)
          const has = said !== null && (said.reasons.length > 0 || said.facts.length > 0)
          if (said?.verdict !== real || !has)
            wrong.push(`seed ${seed}: ${facts.role} ${JSON.stringify(said)}, and really ${real}`)
          const keeps = said?.facts.filter(({ fact }) => fact !== 'privileged').length ?? 0
          if (real !== 'nothing' && keeps > 0) wrong.push(`seed ${seed}: why not, of ${real}`)
        }
      })
  }
  await owner.end()
  expect(wrong).toEqual([])
  for (const one of ['changes open', 'changes sealed', 'nothing open', 'nothing sealed', 'inactive', 'admin'])
    expect(met).toContain(one)
})
