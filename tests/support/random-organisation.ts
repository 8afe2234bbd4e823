import type pg from 'pg'
import { NotFound } from '@/lib/db/errors'
import { withWork } from '@/lib/db/work'
import { mergePeople, undoMerge } from '@/lib/people/merge.data'
import { NOTHING_ASKED } from '@/lib/people/person-field.rules'
import { answerWord, insertErasure } from '@/lib/rights/erasure.data'
import { openGiven } from './given/given'
import { insertRows, type Row, type Rows, type Table } from './given/rows'
import { inventActivities } from './random-activities'
import { hold } from './random-detention'
import {
  type File,
  type Invention,
  momentOn,
  type Office,
  openDraw,
  type RandomDraw,
  whenOf,
} from './random-draw'
import { inventOwn } from './random-own'
import { inventPeople } from './random-people'
import { inventRooms, type RandomRooms, ROOM_TABLES } from './random-rooms'
import { inventClosures, inventVisits, meet } from './random-visits'
import type { Reader } from './recounts/seen'

// An organisation as no one would plan it, for counting it twice: people in several files and offices, files that no one may count, days that
// no one knows, stays in two files at a time, what was corrected, taken back, merged, erased. The same seed gives the same organisation. Quickly: without the triggers of the tables (given/rows).

export type RandomOrganisation = {
  readonly id: string
  readonly offices: readonly string[]
  readonly readers: Readonly<
    Record<
      'worker' | 'other' | 'lead' | 'lead2' | 'southLead' | 'bothLead' | 'admin' | 'holder',
      Reader & { readonly token: string }
    >
  >
  /** Ids of restricted and sealed files. */
  readonly hidden: readonly string[]
  readonly places: readonly string[]
  /** How many people were merged for good, how many merges taken back, how many files erased. */
  readonly merged: number
  readonly undone: number
  readonly erased: number
}

/** The rows of the organisation, in memory. */
const invent = (
  draw: RandomDraw,
  offices: readonly [Office, Office],
  {
    organisationId,
    leads,
    places,
    size,
    rules,
    bodies,
  }: {
    organisationId: string
    leads: readonly string[]
    places: readonly string[]
    size: number
  } & Pick<RandomRooms, 'rules' | 'bodies'>,
) => {
  const rows: Rows = {}
  const add = (table: Table, row: Row): void => {
    rows[table] = [...(rows[table] ?? []), row]
  }
  const now = Date.now()
  const invention: Invention = {
    draw,
    add,
    organisationId,
    offices,
    everyone: offices.flatMap(({ workers }) => workers),
    leads,
    places,
    inDays: (days) => new Date(now + days * 86_400_000).toISOString(),
  }
  const files = inventPeople(invention, size)
  const visits = inventVisits(invention, size === 0)
  inventClosures(invention)
  for (const file of files) {
    if (file.people.length > 0 && draw.chance(0.75))
      hold(invention, file, draw.chance(0.6) ? file.people : draw.some(file.people, 0.7))
    for (const personId of file.people)
      if (visits.length > 0)
        for (let n = draw.pick([0, 1, 2, 5]); n > 0; n--) meet(invention, visits, personId, file)
  }
  const rooms: RandomRooms = {
    draw,
    add,
    when: (day, exact) => whenOf(draw, day, exact),
    moment: (day) => momentOn(draw, day),
    rules,
    bodies,
  }
  for (const file of files) inventRooms(rooms, file)
  return { rows, files }
}

/** Fast: the triggers that keep copies are not run, so the copies are written here; the checks of each table hold all the same. */
const insertAll = async (
  owner: pg.Client,
  rows: Rows,
  files: readonly File[],
  quickly: boolean,
): Promise<void> => {
  const scope = new Map(files.map(({ id, officeId, secrecy }) => [id, { teamId: officeId, secrecy }]))
  const OF_FILE: readonly Table[] = [
    'caseMember',
    'casePerson',
    'caseClosing',
    'encounter',
    'encounterItem',
    'signal',
    'placeStay',
    'detentionEpisode',
    'detentionEvent',
    'ownValue',
    ...ROOM_TABLES,
  ]
  const scoped: Rows = { ...rows }
  for (const table of OF_FILE)
    scoped[table] = (rows[table] ?? []).map((row) => ({ ...row, ...scope.get(String(row.caseId)) }))
  await insertRows(owner, scoped, { quickly })
}

/** Someone merged before is not found again. */
const orNothing = async <T>(run: () => Promise<T>): Promise<T | null> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

export const givenRandomOrganisation = async (
  owner: pg.Client,
  seed: number,
  { size, quickly = true }: { readonly size?: number; readonly quickly?: boolean } = {},
): Promise<RandomOrganisation> => {
  const draw = openDraw(seed)
  const given = openGiven()
  const id = given.organisation()
  const [north, south] = [given.team(id), given.team(id)]
  const worker = (team: string): string => given.staff(id, 'caseworker', { teams: [team] })
  const leader = (...leads: string[]): string => given.staff(id, 'coordinator', { leads })
  const staff = {
    worker: worker(north),
    other: worker(south),
    lead: leader(north),
    lead2: leader(north),
    southLead: leader(south),
    bothLead: leader(north, south),
    admin: given.staff(id, 'admin'),
    holder: given.staff(id, 'caseworker'),
  }
  const otherAdmin = given.staff(id, 'admin')
  const more = [worker(north), worker(south)]
  const reader = (staffId: string, role: Reader['role'], leads: readonly string[] = []) => ({
    id: staffId,
    role,
    leads,
    readsFigures: false,
    token: given.tokenFor(staffId),
  })
  const readers = {
    worker: reader(staff.worker, 'caseworker'),
    other: reader(staff.other, 'caseworker'),
    lead: reader(staff.lead, 'coordinator', [north]),
    lead2: reader(staff.lead2, 'coordinator', [north]),
    southLead: reader(staff.southLead, 'coordinator', [south]),
    bothLead: reader(staff.bothLead, 'coordinator', [north, south]),
    admin: reader(staff.admin, 'admin'),
    holder: { ...reader(staff.holder, 'caseworker'), readsFigures: true },
  }
  await given.save(owner)
  // A new account is no second person for an erasure.
  await owner.query(`UPDATE staff SET created_at = now() - interval '60 days' WHERE organisation_id = $1`, [
    id,
  ])
  await owner.query(
    `INSERT INTO capability_grant (id, organisation_id, holder_id, kind, ends_on, state, asked_by, answered_by, answered_at)
     VALUES (gen_random_uuid(), $1, $2, 'reads_figures', current_date + 90, 'given', $3, $4, now())`,
    [id, staff.holder, staff.admin, otherAdmin],
  )
  const { rows: found } = await owner.query(
    `SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY kind ORDER BY position, id) AS n, kind FROM place
                      WHERE kind IN ('closed_centre', 'return_home', 'inad_centre', 'registration_centre')) AS p
      WHERE n <= CASE kind WHEN 'closed_centre' THEN 3 ELSE 1 END ORDER BY id`,
  )
  // One family for each kind of deadline, and one that binds an authority.
  const rules = await owner.query<{ id: string; family: string }>(
    `SELECT DISTINCT ON (family) id, family FROM deadline_rule
      WHERE family IN ('appeal_first_decision', 'orange_card', 'detention_cassation', 'missing_police', 'guardian_wait_5', 'trafficking_stay',
                       'breach', 'cgrs_decision') ORDER BY family, code, edition`,
  )
  const bodies = await owner.query(`SELECT slug FROM help_body ORDER BY position LIMIT 2`)
  const places = found.map((row) => String(row.id))
  const offices = [
    { id: north, workers: [staff.worker, ...more.slice(0, 1)] },
    { id: south, workers: [staff.other, ...more.slice(1)] },
  ] as const
  const leads = [staff.lead, staff.lead2, staff.southLead, staff.bothLead]
  const { rows, files } = invent(draw, offices, {
    organisationId: id,
    leads,
    places,
    size: size ?? draw.int(0, 60),
    rules: rules.rows,
    bodies: bodies.rows.map((row) => String(row.slug)),
  })
  inventActivities(
    { draw: openDraw(seed ^ 0x0ac7), organisationId: id, admin: staff.admin, offices, places },
    rows,
    files,
  )
  inventOwn(
    seed,
    { organisationId: id, admin: staff.admin },
    (table, row) => {
      rows[table] = [...(rows[table] ?? []), row]
    },
    files,
  )
  await insertAll(owner, rows, files, quickly)

  // Two who are one, found out by a colleague of both offices; now and then it was a mistake. What cannot be merged is left as it is.
  const coordinator = readers.bothLead.token
  const open = files.filter(({ secrecy, people }) => secrecy === 'open' && people.length > 0)
  let [merged, undone, erased] = [0, 0, 0]
  for (const file of draw.some(open, 0.3)) {
    const [keepId, absorbId] = [draw.pick(file.people), draw.pick(draw.pick(open).people)]
    const isMistake = draw.chance(0.2)
    if (keepId === absorbId) continue
    const merge = await orNothing(() =>
      withWork(coordinator, (work) =>
        mergePeople(work, { ...NOTHING_ASKED, keepId, absorbId, firstId: keepId, because: 'document' }),
      ),
    )
    if (merge?.ok !== true) continue
    if (!isMistake) merged++
    else if ((await withWork(coordinator, (work) => undoMerge(work, merge.value))).ok) undone++
    else merged++
  }
  for (const file of draw.some(open, 0.5)) {
    const token = [readers.worker, readers.other].find((one) => one.id === file.workerId)?.token
    if (file.status !== 'closed' || token === undefined) continue
    const wordId = await withWork(token, (work) =>
      insertErasure(work, { caseId: file.id, ground: 'no_longer_needed', words: 'Verzonnen' }),
    )
    if ((await withWork(coordinator, (work) => answerWord(work, wordId, true))).said === 'ok') erased++
  }
  return {
    id,
    offices: [north, south],
    readers,
    hidden: files.filter(({ secrecy }) => secrecy !== 'open').map((file) => file.id),
    places,
    merged,
    undone,
    erased,
  }
}
