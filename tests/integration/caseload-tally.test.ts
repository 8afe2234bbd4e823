import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isClosed } from '@/lib/cases/case.rules'
import { newCode, newId } from '@/lib/shared/ids'
import { listLoad } from '@/lib/today/load.data'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { givenRandom } from '../support/given/population'
import { urls } from '../support/own-database'

// What the database keeps of a caseload, recounted from nothing but a list of what was done.

type File = { team: string; worker: string; risk: string; status: string; secrecy: string }
let organisation: GivenOrganisation
const files = new Map<string, File>()
const random = givenRandom(24)
const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0]

const draw = (): File => ({
  team: pick([organisation.north, organisation.south]),
  worker: pick([organisation.casey.id, organisation.cory.id, organisation.sol.id]),
  risk: pick(['low', 'medium', 'high']),
  status: pick(['active', 'active', 'intake', 'closed', 'archived']),
  secrecy: pick(['open', 'open', 'open', 'restricted', 'sealed']),
})

const isCounted = ({ status, secrecy }: File): boolean => secrecy === 'open' && !isClosed(status)

const recount = (): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const file of [...files.values()].filter(isCounted)) {
    const key = [file.team, file.worker, file.risk].join(' ')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
const kept = async (): Promise<Map<string, number>> =>
  new Map(
    (await organisation.ask('SELECT team_id, worker_id, risk, files FROM caseload_tally')).map((row) => [
      [row.team_id, row.worker_id, row.risk].join(' '),
      Number(row.files),
    ]),
  )

const insert = async (id: string, file: File): Promise<void> => {
  await organisation.ask(
    `INSERT INTO case_file (id, code, kind, team_id, worker_id, risk, status, secrecy, opened_on, created_by)
     VALUES ($1, $2, 'detention', $3, $4, $5, $6, $7, '2026-01-01', $4)`,
    [id, newCode(), file.team, file.worker, file.risk, file.status, file.secrecy],
  )
  // A sealed file has at least two members when its transaction ends.
  for (const staffId of [organisation.casey.id, organisation.cory.id])
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES ($1, $2, $3, 'support', $4)`,
      [newId(), id, staffId, file.worker],
    )
}
const insertAlone = async (id: string, file: File): Promise<void> => {
  files.set(id, file)
  await organisation.ask('BEGIN')
  await insert(id, file)
  await organisation.ask('COMMIT')
}
const change = async (id: string, file: File): Promise<void> => {
  await organisation.ask(
    'UPDATE case_file SET team_id = $2, worker_id = $3, risk = $4, status = $5, secrecy = $6 WHERE id = $1',
    [id, file.team, file.worker, file.risk, file.status, file.secrecy],
  )
}

/** A few commands in one transaction, kept or taken back. */
const doSome = async (): Promise<void> => {
  const before = new Map(files)
  await organisation.ask('BEGIN')
  for (let command = 0; command < 1 + Math.floor(random() * 4); command++) {
    const known = [...files.keys()]
    const id = known[Math.floor(random() * known.length)]
    const chance = random()
    if (id === undefined || chance < 0.4) {
      const fresh = newId()
      files.set(fresh, draw())
      await insert(fresh, draw())
      // Written, and changed at once: the count must follow the last word.
      await change(fresh, files.get(fresh) ?? draw())
    } else if (chance < 0.9) {
      files.set(id, draw())
      await change(id, files.get(id) ?? draw())
    } else {
      files.delete(id)
      await organisation.ask('DELETE FROM case_file WHERE id = $1', [id])
    }
  }
  if (random() < 0.8) {
    await organisation.ask('COMMIT')
    return
  }
  await organisation.ask('ROLLBACK')
  files.clear()
  for (const [id, file] of before) files.set(id, file)
}

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

describe('the count of open files', { shuffle: false }, () => {
  it('is what was done, after every transaction of a random history', async () => {
    for (let round = 0; round < 120; round++) {
      await doSome()
      if (round % 10 === 9) expect(await kept()).toEqual(recount())
    }
    expect((await kept()).size).toBeGreaterThan(5)
  })

  it('is the same when it is counted anew', async () => {
    await organisation.ask('SELECT app.count_tally()')
    expect(await kept()).toEqual(recount())
  })

  it('tells nothing of a restricted or sealed file, not even to who may read it through the count', async () => {
    const before = await kept()
    for (const secrecy of ['restricted', 'sealed']) {
      const file = {
        team: organisation.north,
        worker: organisation.casey.id,
        risk: 'high',
        status: 'active',
        secrecy,
      }
      await insertAlone(newId(), file)
      expect(await kept()).toEqual(before)
    }
  })

  it('lets two hand-overs cross without one waiting for the other for ever', async () => {
    const a = { id: newId(), worker: organisation.casey.id }
    const b = { id: newId(), worker: organisation.cory.id }
    for (const { id, worker } of [a, b])
      await insertAlone(id, {
        team: organisation.north,
        worker,
        risk: 'low',
        status: 'active',
        secrecy: 'open',
      })
    const clients = await Promise.all(
      [0, 1].map(async () => {
        const client = new pg.Client({ connectionString: urls.superuser })
        await client.connect()
        return client
      }),
    )
    await Promise.all(clients.map((client) => client.query('BEGIN')))
    const give = 'UPDATE case_file SET worker_id = $2 WHERE id = $1'
    await clients[0]?.query(give, [a.id, b.worker])
    await clients[1]?.query(give, [b.id, a.worker])
    await Promise.all(clients.map((client) => client.query('COMMIT')))
    for (const client of clients) await client.end()
    files.set(a.id, { ...(files.get(a.id) ?? draw()), worker: b.worker })
    files.set(b.id, { ...(files.get(b.id) ?? draw()), worker: a.worker })
    expect(await kept()).toEqual(recount())
  })

  const seen = () => organisation.coral.work(listLoad)
  const expected = (mine: ReadonlySet<string>): Record<string, number> => {
    const load: Record<string, number> = {}
    for (const [id, file] of files)
      if (
        file.team === organisation.north &&
        !isClosed(file.status) &&
        (file.secrecy === 'open' || mine.has(id))
      )
        load[file.worker] = (load[file.worker] ?? 0) + 1
    return load
  }
  const toRecord = (load: Awaited<ReturnType<typeof seen>>) =>
    Object.fromEntries(load.map(({ workerId, files: count }) => [workerId, count]))

  it('shows a coordinator those of their office, with those that are theirs to read and closed to others', async () => {
    expect(toRecord(await seen())).toEqual(expected(new Set()))
    const secret = [...files].find(
      ([, file]) => file.secrecy !== 'open' && file.team === organisation.north && !isClosed(file.status),
    )
    if (secret === undefined) throw new Error('the history made no secret file')
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES ($1, $2, $3, 'circle', $3)`,
      [newId(), secret[0], organisation.coral.id],
    )
    expect(toRecord(await seen())).toEqual(expected(new Set([secret[0]])))
  })

  it('shows nothing to who leads no office, and nothing of another office', async () => {
    expect(await organisation.casey.work(listLoad)).toEqual([])
    expect(await organisation.stranger.work(listLoad)).toEqual([])
    const rows = await organisation.casey.work((work) => work.tx.caseloadTally.count())
    expect(rows).toBe(0)
  })
})
