// A visit with three conversations, saved through its handler over HTTP, beside the same statements through `pg`.
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { blankEncounter, knownPerson } from '@/lib/detention/blank-encounter'
import type { VisitForm } from '@/lib/detention/visit.schema'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { withClient } from '../pg-client.mjs'
import { actionOf } from './action'
import { type Recording, readRecording, replay } from './bare/replay.mjs'
import { folder, type Urls } from './database'
import { fileId, personId } from './files'
import { type Line, ms } from './line'
import { alternate, median, timeOf } from './measure'
import { ASKERS, teamId } from './organisation'
import { openPool, record, startRecorded } from './pages'
import { recordings, type Server } from './servers'

type Occasion = { readonly onDate: string; readonly placeId: string }
/** Days and centres on which this office has not been yet, one after the other. */
export type Occasions = { readonly next: () => Occasion }

/** Takes back what an earlier run saved: the ids of the generator are of version 8, those of the application of version 7. */
const takeBack = async (admin: pg.Client): Promise<void> => {
  await admin.query("SET session_replication_role = 'replica'")
  for (const [table, column] of [
    ['encounter_item', 'encounter_id'],
    ['signal', 'id'],
    ['encounter', 'id'],
    ['visit_visitor', 'visit_id'],
    ['visit', 'id'],
  ])
    await admin.query(`DELETE FROM ${table} WHERE substr(${column}::text, 15, 1) = '7'`)
  await admin.query('TRUNCATE receipt')
  await admin.query('ANALYZE encounter, visit, receipt')
}

export const openOccasions = (urls: Urls): Promise<Occasions> =>
  withClient(urls.superuser, async (admin) => {
    await takeBack(admin)
    const { rows: places } = await admin.query<{ id: string }>(
      "SELECT id FROM place WHERE kind = 'closed_centre' AND valid_to IS NULL ORDER BY slug",
    )
    const { rows } = await admin.query<{ name: string }>(
      "SELECT place_id || ' ' || to_char(on_date, 'YYYY-MM-DD') AS name FROM visit WHERE team_id = $1",
      [teamId(0)],
    )
    const taken = new Set(rows.map(({ name }) => name))
    const today = dayOf(new Date())
    const free = Array.from({ length: 1000 }, (_, back) => addDays(today, -back)).flatMap((onDate) =>
      places.flatMap(({ id }) => (taken.has(`${id} ${onDate}`) ? [] : [{ onDate, placeId: id }])),
    )
    let used = 0
    return {
      next: () => {
        const occasion = free[used++]
        if (occasion === undefined) throw new Error('every day has its visit')
        return occasion
      },
    }
  })

const MET = [1, 2, 3]
const toVisit = ({ onDate, placeId }: Occasion): VisitForm => ({
  teamId: teamId(0),
  placeId,
  onDate,
  header: 'said',
  mode: 'in_person',
  startsAt: '13:00',
  endsAt: '16:00',
  access: 'granted',
  waitingMinutes: '20',
  visitors: [ASKERS.worker.id],
  encounters: MET.map((file) => ({
    ...blankEncounter(knownPerson({ caseId: fileId(file), personId: personId(file) })),
    outcome: 'seen',
    note: 'Calm and well informed. No request today.',
  })),
  groups: [],
  observations: [],
})

/** Saves as the browser does; throws when the application did not take it. */
export const saverOf = (served: Server, occasions: Occasions) => {
  const save = actionOf(served, 'recordVisit', { address: '/detention/new', who: 'worker' })
  return async (): Promise<void> => {
    await save(toVisit(occasions.next()))
  }
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The recorded statements with ids, a day and a centre of their own each time. */
export const rawSaverOf = (pool: pg.Pool, recording: Recording, of: Occasion, occasions: Occasions) => {
  return async (): Promise<void> => {
    const ids = new Map<string, string>()
    const idFor = (known: string): string => {
      const id = ids.get(known) ?? newId()
      ids.set(known, id)
      return id
    }
    const { onDate, placeId } = occasions.next()
    const renew = (value: unknown): unknown =>
      typeof value === 'string'
        ? value.replaceAll(of.onDate, onDate).replaceAll(ID, idFor).replaceAll(of.placeId, placeId)
        : value
    await replay(
      pool,
      recording.map((lane) => lane.map(({ text, values }) => ({ text, values: values.map(renew) }))),
    )
  }
}

export const recordSaving = async (urls: Urls, occasions: Occasions) => {
  const served = await startRecorded(urls)
  await saverOf(served.server, occasions)()
  const only = occasions.next()
  await record(served, 'save', saverOf(served.server, { next: () => only }))
  await served.server.stop()
  return { recording: readRecording(path.join(recordings, 'save.ndjson')), of: only }
}

/** What this disk takes to promise a page of eight kilobytes: no durable commit is faster. */
export const probeDisk = async (): Promise<number> => {
  const file = path.join(folder, 'probe')
  const handle = openSync(file, 'w')
  const page = Buffer.alloc(8192)
  const took: number[] = []
  for (let i = 0; i < 60; i++)
    took.push(
      await timeOf(async () => {
        writeSync(handle, page, 0, page.length, 0)
        fdatasyncSync(handle)
      }),
    )
  closeSync(handle)
  rmSync(file)
  return median(took)
}

export const measureSaving = async ({
  served,
  urls,
  size,
}: {
  served: Server
  urls: Urls
  size: string
}): Promise<Line> => {
  const occasions = await openOccasions(urls)
  const { recording, of } = await recordSaving(urls, occasions)
  const pool = openPool(urls)
  const disk = await probeDisk()
  const took = await alternate(
    { served: saverOf(served, occasions), sql: rawSaverOf(pool, recording, of, occasions) },
    { times: 4 },
  )
  await pool.end()
  const statements = recording.reduce((sum, lane) => sum + lane.length, 0)
  const more = took('served') - took('sql')
  return {
    what: `Save a visit with three conversations, durable, with its audit log, ${size}`,
    ours: ms(took('served')),
    theirs: ms(took('sql')),
    measured: `+ ${ms(more)}`,
    aim: '≤ + 5 ms',
    isHit: more <= 5,
    note: `${statements} statements; the disk promises 8 kB in ${ms(disk)}`,
  }
}
