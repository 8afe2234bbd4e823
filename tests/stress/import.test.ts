import { randomUUID } from 'node:crypto'
import v8 from 'node:v8'
import vm from 'node:vm'
import type pg from 'pg'
import { expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { goOn, planImport, startImport, throwAway, undoImport } from '@/lib/imports/import.actions'
import { bringTable } from '../support/bring-table'
import { openGiven } from '../support/given/given'
import { act } from '../support/handlers'
import { photograph } from '../support/photograph'
import { openSuperuser } from '../support/superuser'
import { belgianCsv } from '../support/tables'

const ROWS = 50_000
const KILLS = 40
const HEAD = ['Nom', 'Sexe', 'Né le', 'Nationalité']

v8.setFlagsFromString('--expose-gc')
const collect: unknown = vm.runInNewContext('gc')
const heldBytes = (): number => {
  if (typeof collect !== 'function') throw new Error('the engine does not collect when it is told to')
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Every connection of the application breaks, in the middle of whatever it does. */
const breakAll = async (owner: pg.Client): Promise<void> => {
  await owner.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'accompany_app' AND datname = current_database()",
  )
}

const isMoving = (state: string): boolean => ['checking', 'running', 'undoing'].includes(state)

it(`imports ${ROWS.toLocaleString('en')} rows with 3 % bad ones through ${KILLS} broken connections, reports exactly, and is taken back without a trace`, async () => {
  const owner = await openSuperuser()
  const given = openGiven()
  const organisation = given.organisation()
  const teamId = given.team(organisation)
  const token = given.tokenFor(given.staff(organisation, 'coordinator', { leads: [teamId] }))
  const workerId = given.staff(organisation, 'caseworker', { teams: [teamId] })
  await given.save(owner)
  try {
    const before = await photograph(owner)
    const isBad = (i: number): boolean => i % 100 < 3
    const rows = Array.from({ length: ROWS }, (_, i) => [
      `Fictar${i} Kalimo`,
      i % 2 ? 'V' : 'M',
      isBad(i) ? '31/02/1998' : `03/0${(i % 9) + 1}/19${60 + (i % 40)}`,
      'Guinée',
    ])
    const bad = rows.filter((_, i) => isBad(i)).length
    const file = belgianCsv([HEAD, ...rows])
    rows.length = 0

    // What is held, not what waits to be collected: how much of that lies about is up to the engine and the memory it finds.
    const start = heldBytes()
    let most = start
    const watch = setInterval(() => {
      most = Math.max(most, heldBytes())
    }, 500)
    const brought = await bringTable(token, teamId, file)
    if (!brought.ok) throw new Error(brought.code)
    const { importId } = brought.value
    const input = {
      columns: ['name', 'sex', 'born', 'nationality'],
      dateOrder: 'dmy',
      kind: 'detention',
      workerId,
      said: [],
    }
    await act(token, planImport, { importId, ...input })
    expect(await drive(token, importId, owner, 0)).toMatchObject({ state: 'checked', good: ROWS - bad, bad })

    await act(token, startImport, { importId })
    expect(await drive(token, importId, owner, KILLS / 2)).toMatchObject({
      state: 'done',
      made: ROWS - bad,
      passed: 0,
    })
    const { rows: made } = await owner.query(
      `SELECT count(*)::int AS rows, count(DISTINCT r.case_id)::int AS files,
              (SELECT count(*)::int FROM case_file f WHERE f.team_id = $2) AS there,
              (SELECT count(*)::int FROM audit_event a WHERE a.event = 'case.created') AS said FROM import_row r WHERE r.import_id = $1`,
      [importId, teamId],
    )
    expect(made).toEqual([{ rows: ROWS - bad, files: ROWS - bad, there: ROWS - bad, said: ROWS - bad }])

    await act(token, undoImport, { importId })
    expect(await drive(token, importId, owner, KILLS / 2)).toMatchObject({
      state: 'undone',
      gone: ROWS - bad,
      kept: 0,
    })
    clearInterval(watch)
    await act(token, throwAway, { importId })
    expect(await photograph(owner)).toEqual(before)
    // What the import adds to the process that serves it; what the application and this test hold lies below.
    const added = (most - start) / 2 ** 20
    console.log(`importing ${ROWS} rows held ${added.toFixed(0)} MB more than before`)
    expect(added).toBeLessThan(300)
  } finally {
    await disconnect()
    await owner.end()
  }
}, 7_200_000)

/** As the page does: piece after piece, the same id again when there was no answer. Connections break at random moments. */
const drive = async (token: string, importId: string, owner: pg.Client, kills: number) => {
  let left = kills
  // At whatever moment the clock falls on: while rows are opened, judged, written or committed.
  const breaking = setInterval(() => {
    if (left === 0 || Math.random() > 0.2) return
    left -= 1
    void breakAll(owner)
  }, 130)
  try {
    for (let requestId = randomUUID(); ; ) {
      const answer = await act(token, goOn, { importId }, requestId)
      if (!answer.ok && answer.code !== 'failed') throw new Error(answer.code)
      if (!answer.ok) continue
      if (!isMoving(answer.value.state)) return answer.value
      requestId = randomUUID()
    }
  } finally {
    clearInterval(breaking)
  }
}
