import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import * as z from 'zod'
import { can } from '@/lib/access/can'
import { scopeCases, scopePlans, scopeVisits } from '@/lib/access/scope'
import type { Part } from '@/lib/circles/guest.rules'
import { PrismaClient } from '@/lib/db/generated/client'
import { type Work, withWork } from '@/lib/db/work'
import type { Actor } from '@/lib/shared/actor'
import { RECORDS } from '../support/records'
import type { World, WorldFile, WorldPlan, WorldVisit } from './world'

/**
 * The three places that say who may see what, asked separately: can() about facts in memory, scope() as a where that is
 * run past every policy, row-level security by queries without any where.
 */

/** Rows that belong to a file, by the column that says which. */
const ON_FILE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(RECORDS.map(({ table }) => [table, 'id'])),
  case_person: 'case_id || person_id::text',
  name_word: 'case_id || name_id::text || starts::text || span::text || key',
  case_member: 'id',
  case_assignment: 'id',
  note: 'id',
  note_revision: 'note_id || version::text',
  case_former_value: 'id',
  asylum_application: 'id',
  asylum_event: 'id',
  guardianship_event: 'id',
  stay_document: 'id',
  reception_stay: 'id',
  sheet_given: 'id',
  referral_step: 'id',
  referral_share: 'id',
  share_opening: 'id',
  trafficking_account: 'id',
  trafficking_sign: 'id',
  exploiter: 'id',
  task: 'id',
  goal: 'id',
  legal_hold: 'id',
  access_extract: 'id',
  correction: 'id',
  file_erasure: 'id',
  case_closing: 'id',
  case_summary: 'id',
  attachment: 'id',
  attachment_piece: 'attachment_id',
  consent: 'id',
  consent_end: 'id',
  comment: 'id',
  place_stay: 'id',
  detention_episode: 'id',
  detention_event: 'id',
  encounter: 'id',
  encounter_item: "encounter_id || kind || code || ''",
  encounter_finer: "encounter_id || kind || code || own_id || ''",
  signal: 'id',
  encounter_account: 'id',
  encounter_revision: 'id',
  visit_wish: 'id',
  audit_event: 'id',
} as const
/** A key of holder kind `vault` (suspects): a row of wrapped_key, which no one but a member reads. */
const SUSPECTS_KEY = 'suspects key'
/** For members by name: neither the worker who is none, nor an emergency, nor a guest. */
const MEMBERS_ONLY: readonly string[] = [
  'trafficking_account',
  'trafficking_sign',
  'trafficking_event',
  'exploiter',
  SUSPECTS_KEY,
]
/** What a guest reads of a file, by the part that was given: everything else is not there for them. */
const PART_OF: Readonly<Record<string, Part>> = {
  note: 'notes',
  deadline: 'deadlines',
  case_person: 'people',
}
/** Of a person whose part was given, a guest reads names, ages, nationalities and languages, and no more. */
const AMONG_COLLEAGUES: readonly string[] = ['person_identifier', 'person_origin']
const ON_PERSON = [
  'person_name',
  'age_claim',
  'nationality',
  'person_origin',
  'person_language',
  'person_identifier',
  'person_former_value',
] as const
const ON_VISIT = {
  visit_visitor: 'visit_id || staff_id::text',
  visit_observation: 'id',
  visit_group: 'id',
  own_visit_value: 'id',
  visit_revision: 'id',
} as const

/** Who goes hangs on the plan alone; whom to see, on the plan and on the file. */
const ON_PLAN = {
  visit_plan_visitor: 'plan_id || staff_id::text',
  visit_plan_person: 'plan_id || case_id::text || person_id::text',
} as const

type Hanging = {
  readonly table: string
  readonly id: string
  readonly on: 'file' | 'person' | 'visit' | 'glass'
  readonly holder: string
}

const hangingRows = z.array(z.object({ id: z.string(), holder: z.string() }))
const keyRows = z.array(
  z.object({
    id: z.string(),
    holder_kind: z.enum(['person', 'file', 'visit', 'glass', 'vault']),
    holder_id: z.string(),
  }),
)

/** Every row about a person in the database, with what it hangs on; read by the superuser. */
const listHanging = async (owner: pg.Client): Promise<Hanging[]> => {
  const all: Hanging[] = []
  const read = async (table: string, id: string, on: Hanging['on'], column: string) => {
    const { rows } = await owner.query(
      `SELECT (${id})::text AS id, ${column}::text AS holder FROM public.${table} WHERE ${column} IS NOT NULL`,
    )
    for (const row of hangingRows.parse(rows)) all.push({ table, on, ...row })
  }
  for (const [table, id] of Object.entries(ON_FILE)) await read(table, id, 'file', 'case_id')
  for (const table of ON_PERSON) await read(table, 'id', 'person', 'person_id')
  await read('person', 'id', 'person', 'id')
  for (const [table, id] of Object.entries(ON_VISIT)) await read(table, id, 'visit', 'visit_id')
  const keys = keyRows.parse(
    (await owner.query('SELECT id, holder_kind, holder_id FROM public.wrapped_key')).rows,
  )
  // The key of the suspects hangs on the file, and is there for fewer than the file.
  for (const { id, holder_kind: kind, holder_id: holder } of keys)
    all.push(
      kind === 'vault'
        ? { table: SUSPECTS_KEY, id, on: 'file', holder }
        : { table: 'wrapped_key', id, on: kind, holder },
    )
  return all
}

const groupBy = <T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

const ids = z.array(z.object({ id: z.string() }))
const codeRows = z.array(z.object({ code: z.string() }))
class RolledBack extends Error {}

/** What an actor's own transaction shows without any where, by table; and what it may change. */
type Sight = {
  readonly actor: Actor
  readonly now: Date
  readonly rows: ReadonlyMap<string, ReadonlySet<string>>
  /** The files that they come to when they try every code there is. */
  readonly byCode: ReadonlySet<string>
  readonly changeable: ReadonlySet<string>
  readonly visitsChangeable: ReadonlySet<string>
  readonly plansChangeable: ReadonlySet<string>
}

const look = async (token: string, codes: readonly string[]): Promise<Sight> => {
  let sight: Sight | null = null
  const see = async (work: Work) => {
    const rows = new Map<string, ReadonlySet<string>>()
    const read = async (table: string, id: string) => {
      const found = ids.parse(
        await work.tx.$queryRawUnsafe(`SELECT (${id})::text AS id FROM public.${table}`),
      )
      rows.set(table, new Set(found.map((row) => row.id)))
    }
    for (const [table, id] of Object.entries({ ...ON_FILE, ...ON_VISIT, ...ON_PLAN })) await read(table, id)
    for (const table of [
      ...ON_PERSON,
      'case_file',
      'related_file',
      'kept_apart',
      'visit',
      'visit_plan',
      'person',
      'wrapped_key',
    ])
      await read(table, 'id')
    const changed = async (table: string) =>
      new Set(
        ids
          .parse(await work.tx.$queryRawUnsafe(`UPDATE public.${table} SET version = version RETURNING id`))
          .map((row) => row.id),
      )
    const { actor, now } = work
    sight = {
      actor,
      now,
      rows,
      byCode: new Set(
        ids
          .parse(
            await work.tx.$queryRawUnsafe(
              'SELECT pg_catalog.unnest(app.seen_by_code(c)) AS id FROM pg_catalog.unnest($1::text[]) c',
              codes,
            ),
          )
          .map((row) => row.id),
      ),
      changeable: await changed('case_file'),
      visitsChangeable: await changed('visit'),
      plansChangeable: await changed('visit_plan'),
    }
    throw new RolledBack()
  }
  await withWork(token, see).catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error
  })
  if (sight === null) throw new Error('nothing was seen')
  return sight
}

export type Judge = {
  /** One draw: the verdicts about a file and all that hangs on it. Disagreements as sentences; empty when all agree. */
  readonly file: (actor: number, file: number) => Promise<string[]>
  readonly visit: (actor: number, visit: number) => Promise<string[]>
  readonly plan: (actor: number, plan: number) => Promise<string[]>
  /** How many draws were reachable: a property that only ever says "no" proves nothing. */
  readonly tally: { reached: number; refused: number }
  readonly close: () => Promise<void>
}

type Verdicts = {
  readonly sight: Sight
  readonly told: ReadonlySet<string>
  readonly scoped: ReadonlySet<string>
  readonly editable: ReadonlySet<string>
  readonly visits: ReadonlySet<string>
  readonly plans: ReadonlySet<string>
}

export const openJudge = async (owner: pg.Client, superuserUrl: string, world: World): Promise<Judge> => {
  const unguarded = new PrismaClient({
    adapter: new PrismaPg({ connectionString: superuserUrl, options: '-c TimeZone=UTC' }),
  })
  const hanging = groupBy(await listHanging(owner), ({ on, holder }) => `${on}:${holder}`)
  const personsOf = groupBy(
    world.persons.flatMap(({ id, caseIds }) => caseIds.map((caseId) => ({ id, caseId }))),
    ({ caseId }) => caseId,
  )
  const filesOf = new Map(world.persons.map(({ id, caseIds }) => [id, caseIds]))
  const fileById = new Map(world.files.map((file) => [file.id, file]))
  const known = new Map<number, Promise<Verdicts>>()
  const codes = codeRows
    .parse((await owner.query('SELECT DISTINCT code FROM public.case_file')).rows)
    .map(({ code }) => code)
  const tally = { reached: 0, refused: 0 }

  const verdictsOf = async (index: number): Promise<Verdicts> => {
    const sight = await look(world.actors[index]?.token ?? '', codes)
    const { actor, now } = sight
    const files = async (permission: 'case:read' | 'case:edit') =>
      new Set(
        (
          await unguarded.caseFile.findMany({
            where: scopeCases(actor, permission, now),
            select: { id: true },
          })
        ).map(({ id }) => id),
      )
    const visits = await unguarded.visit.findMany({
      where: scopeVisits(actor, 'visit:read'),
      select: { id: true },
    })
    // What the database says of a colleague when someone else’s command is about to be told to them.
    const told = await owner.query('SELECT f.id FROM case_file f WHERE app.reaches($1, f.id)', [actor.id])
    const plans = await unguarded.visitPlan.findMany({
      where: scopePlans(actor, 'plan:read'),
      select: { id: true },
    })
    return {
      sight,
      told: new Set(ids.parse(told.rows).map(({ id }) => id)),
      scoped: await files('case:read'),
      editable: await files('case:edit'),
      visits: new Set(visits.map(({ id }) => id)),
      plans: new Set(plans.map(({ id }) => id)),
    }
  }
  const verdicts = (index: number) => {
    const before = known.get(index) ?? verdictsOf(index)
    known.set(index, before)
    return before
  }
  const mayRead = (actor: Actor, file: WorldFile | undefined): boolean =>
    file !== undefined && can(actor, 'case:read', { kind: 'file', ...file })

  /** The parts of a file that they were given as a guest, or null when they are none. */
  const partsOf = ({ id, role }: Actor, file: WorldFile | undefined): readonly Part[] | null => {
    const stays = role === 'guest' ? (file?.guests ?? []).filter(({ staffId }) => staffId === id) : []
    return stays.length === 0 ? null : stays.flatMap(({ parts }) => parts)
  }
  const guestReads = (actor: Actor, on: Hanging['on'], holder: string, table: string): boolean => {
    if (on === 'person')
      return (
        !AMONG_COLLEAGUES.includes(table) &&
        (filesOf.get(holder) ?? []).some(
          (caseId) => partsOf(actor, fileById.get(caseId))?.includes('people') === true,
        )
      )
    const parts = on === 'file' ? partsOf(actor, fileById.get(holder)) : null
    if (parts === null) return false
    const part = PART_OF[table]
    return table === 'wrapped_key' || (part !== undefined && parts.includes(part))
  }

  const judgeRows = (sight: Sight, place: string, isReached: boolean): string[] =>
    (hanging.get(place) ?? []).flatMap(({ table, id, on, holder }) => {
      const { role } = sight.actor
      const isMember =
        ['caseworker', 'coordinator'].includes(role) &&
        fileById.get(holder)?.members.includes(sight.actor.id) === true
      const expected = MEMBERS_ONLY.includes(table)
        ? isMember
        : isReached || guestReads(sight.actor, on, holder, table)
      return sight.rows.get(table === SUSPECTS_KEY ? 'wrapped_key' : table)?.has(id) === expected
        ? []
        : [`${role}: ${table} of ${place} is ${expected ? 'hidden' : 'visible'} and must not be`]
    })
  const compare = (what: string, said: Readonly<Record<string, boolean>>): string[] =>
    new Set(Object.values(said)).size === 1 ? [] : [`${what}: ${JSON.stringify(said)}`]

  return {
    tally,
    file: async (actorIndex, fileIndex) => {
      const file = world.files[fileIndex]
      const { sight, scoped, editable, told } = await verdicts(actorIndex)
      if (file === undefined) return ['no such file']
      const { actor } = sight
      const read = mayRead(actor, file)
      tally[read ? 'reached' : 'refused'] += 1
      const persons = (personsOf.get(file.id) ?? []).flatMap(({ id }) =>
        judgeRows(
          sight,
          `person:${id}`,
          (filesOf.get(id) ?? []).some((caseId) => mayRead(actor, fileById.get(caseId))),
        ),
      )
      return [
        ...compare(`case:read by ${actor.role} of ${JSON.stringify(file)}`, {
          can: read,
          scope: scoped.has(file.id),
          rows: sight.rows.get('case_file')?.has(file.id) === true,
          told: told.has(file.id),
          byCode: sight.byCode.has(file.id),
        }),
        ...compare(`case:edit by ${actor.role} of ${JSON.stringify(file)}`, {
          can: can(actor, 'case:edit', { kind: 'file', ...file }),
          scope: editable.has(file.id),
          rows: sight.changeable.has(file.id),
        }),
        ...judgeRows(sight, `file:${file.id}`, read),
        // A tie is there for anyone who reads both files, and for no one else.
        ...world.ties
          .filter(({ caseIds }) => caseIds.includes(file.id))
          .flatMap(({ id, caseIds }) =>
            compare(`tie ${id} for ${actor.role}`, {
              rows: sight.rows.get('related_file')?.has(id) === true,
              both: caseIds.every((one) => mayRead(actor, fileById.get(one))),
            }),
          ),
        // That it is kept from another is read from its own side, and never from the other one.
        ...world.kept
          .filter(({ caseIds }) => caseIds[0] === file.id)
          .flatMap(({ id }) =>
            compare(`kept apart ${id} for ${actor.role}`, {
              rows: sight.rows.get('kept_apart')?.has(id) === true,
              own: read,
            }),
          ),
        ...persons,
      ]
    },
    visit: async (actorIndex, visitIndex) => {
      const visit: WorldVisit | undefined = world.visits[visitIndex]
      const { sight, visits } = await verdicts(actorIndex)
      if (visit === undefined) return ['no such visit']
      const read = can(sight.actor, 'visit:read', { kind: 'visit', ...visit })
      tally[read ? 'reached' : 'refused'] += 1
      return [
        ...compare(`visit:read by ${sight.actor.role} of ${JSON.stringify(visit)}`, {
          can: read,
          scope: visits.has(visit.id),
          rows: sight.rows.get('visit')?.has(visit.id) === true,
          change: sight.visitsChangeable.has(visit.id),
        }),
        ...judgeRows(sight, `visit:${visit.id}`, read),
      ]
    },
    plan: async (actorIndex, planIndex) => {
      const plan: WorldPlan | undefined = world.plans[planIndex]
      const { sight, plans } = await verdicts(actorIndex)
      if (plan === undefined) return ['no such plan']
      const read = can(sight.actor, 'plan:read', { kind: 'plan', ...plan })
      tally[read ? 'reached' : 'refused'] += 1
      const named = [...plan.visitors, ...plan.takenOff].map(
        (staffId) => sight.rows.get('visit_plan_visitor')?.has(plan.id + staffId) === true,
      )
      const people = plan.people.map(({ caseId, personId }) => ({
        seen: sight.rows.get('visit_plan_person')?.has(plan.id + caseId + personId) === true,
        due: read && mayRead(sight.actor, fileById.get(caseId)),
      }))
      return [
        ...compare(`plan:read by ${sight.actor.role} of ${JSON.stringify(plan)}`, {
          can: read,
          scope: plans.has(plan.id),
          rows: sight.rows.get('visit_plan')?.has(plan.id) === true,
          change: sight.plansChangeable.has(plan.id),
        }),
        ...(named.every((seen) => seen === read) ? [] : [`${sight.actor.role}: visitors of plan ${plan.id}`]),
        ...(people.every(({ seen, due }) => seen === due)
          ? []
          : [`${sight.actor.role}: people of plan ${plan.id}`]),
      ]
    },
    close: () => unguarded.$disconnect(),
  }
}
