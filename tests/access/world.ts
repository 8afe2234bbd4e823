import type pg from 'pg'
import type { Secrecy } from '@/lib/access/can'
import { PARTS, type Part } from '@/lib/circles/guest.rules'
import type { Actor } from '@/lib/shared/actor'
import { newId } from '@/lib/shared/ids'
import type { Role } from '@/lib/shared/roles'
import { type Given, openGiven } from '../support/given/given'
import { givenRandom } from '../support/given/population'

/** What is true of a random organisation, kept beside the database so that can() is asked about facts and not about rows. */
export type WorldFile = {
  readonly id: string
  readonly teamId: string
  readonly workerId: string
  readonly secrecy: Secrecy
  readonly members: readonly string[]
  /** Guests at this moment, each with the parts they were given. */
  readonly guests: readonly { readonly staffId: string; readonly parts: readonly Part[] }[]
  /** Who opened it in an emergency, and it lasts. */
  readonly glasses: readonly string[]
}
export type WorldPlan = {
  readonly id: string
  readonly state: 'draft' | 'published' | 'cancelled'
  readonly teamId: string
  readonly createdBy: string
  readonly visitors: readonly string[]
  readonly takenOff: readonly string[]
  readonly people: readonly { readonly caseId: string; readonly personId: string }[]
}
export type WorldVisit = {
  readonly id: string
  readonly teamId: string
  readonly createdBy: string
  readonly visitors: readonly string[]
}
export type World = {
  /** Each with their token, and with what is known of them without asking the database: can() is asked about this. */
  readonly actors: readonly { readonly token: string; readonly facts: Actor }[]
  readonly files: readonly WorldFile[]
  readonly visits: readonly WorldVisit[]
  readonly plans: readonly WorldPlan[]
  /** Two files that belong together, each with the id of the tie. */
  readonly ties: readonly { readonly id: string; readonly caseIds: readonly [string, string] }[]
  /** A file kept from another one: [whose people are in danger, the other], each with the id of the row. */
  readonly kept: readonly { readonly id: string; readonly caseIds: readonly [string, string] }[]
  readonly persons: readonly { readonly id: string; readonly caseIds: readonly string[] }[]
}

type Colleague = {
  id: string
  role: Role
  later: Role
  organisation: number
  organisationId: string
  teams: readonly string[]
  leads: readonly string[]
  token: string
}
type Draw = {
  chance: (p: number) => boolean
  pick: <T>(list: readonly T[]) => T
  some: <T>(list: readonly T[], p: number) => T[]
}

const openDraw = (seed: number): Draw => {
  const random = givenRandom(seed)
  return {
    chance: (p) => random() < p,
    pick: (list) => {
      const one = list[Math.floor(random() * list.length)]
      if (one === undefined) throw new Error('nothing to pick from')
      return one
    },
    some: (list, p) => list.filter(() => random() < p),
  }
}

const ROLES_DRAWN: readonly Role[] = [
  'caseworker',
  'caseworker',
  'caseworker',
  'coordinator',
  'coordinator',
  'guest',
  'admin',
]
const inMinutes = (n: number): Date => new Date(Date.now() + n * 60_000)

const hire = (given: Given, draw: Draw, orgs: readonly { id: string; teams: string[] }[], n: number) =>
  Array.from({ length: n }, (_, index): Colleague => {
    const organisation = index % 5 === 0 ? 1 : 0
    const org = orgs[organisation] ?? draw.pick(orgs)
    // Each role stands among the first of each organisation; some change their role once they hold files and memberships.
    const role = ROLES_DRAWN[Math.floor(index / 2) % ROLES_DRAWN.length] ?? 'caseworker'
    const teams = draw.some(org.teams, 0.5)
    // Rows say "leads" of colleagues who are no coordinators too: a role that changed leaves them behind.
    const leads = draw.some(org.teams, role === 'coordinator' ? 0.5 : 0.15)
    const id = given.staff(org.id, role === 'admin' || draw.chance(0.85) ? role : 'caseworker', {
      teams,
      leads,
    })
    return {
      id,
      role,
      later: draw.chance(0.2) ? draw.pick(ROLES_DRAWN) : role,
      organisation,
      organisationId: org.id,
      teams,
      leads,
      token: given.tokenFor(id),
    }
  })

/** Every third colleague reads exact figures of all offices, by the word of two others: it opens no file, visit or plan. */
const readsFigures = ({ later }: Colleague, index: number): boolean => index % 3 === 0 && later !== 'guest'

const giveFigures = async (owner: pg.Client, colleagues: readonly Colleague[]): Promise<void> => {
  for (const [index, holder] of colleagues.entries()) {
    if (!readsFigures(holder, index)) continue
    const [one, two] = colleagues.filter(
      ({ id, organisationId }) => id !== holder.id && organisationId === holder.organisationId,
    )
    await owner.query('UPDATE staff SET vouched_at = now(), vouched_by = $2 WHERE id = $1', [
      holder.id,
      one?.id,
    ])
    await owner.query(
      `INSERT INTO capability_grant (id, organisation_id, holder_id, kind, ends_on, state, asked_by, answered_by, answered_at)
       VALUES ($1, $2, $3, 'reads_figures', current_date + 30, 'given', $4, $5, now())`,
      [newId(), holder.organisationId, holder.id, one?.id, two?.id],
    )
  }
}

/** Them as they stand when the draws begin: with the role that they have by then. */
const toFacts = (colleague: Colleague, index: number): Actor => {
  const { id, later, organisationId, teams, leads } = colleague
  return {
    id,
    sessionId: '',
    role: later,
    organisationId,
    name: '',
    locale: 'en',
    teams,
    leads,
    capabilities: readsFigures(colleague, index) ? ['reads_figures'] : [],
  }
}

const openFile = (
  given: Given,
  draw: Draw,
  org: { teams: string[] },
  own: readonly Colleague[],
): WorldFile => {
  const workers = own.filter(({ role }) => role === 'caseworker' || role === 'coordinator')
  const secrecy = draw.pick<Secrecy>(['open', 'open', 'open', 'restricted', 'sealed'])
  const worker = draw.pick(workers)
  const teamId = draw.pick(org.teams)
  const kind = secrecy === 'open' ? 'det' : draw.pick(['det', 'thb'])
  const { id: caseId } = given.file({
    teamId,
    workerId: worker.id,
    secrecy,
    kind,
    createdBy: draw.pick(workers).id,
  })
  if (kind === 'thb') given.trafficking({ caseId, createdBy: worker.id })
  const valid = new Set<string>()
  const guests: { staffId: string; parts: Part[] }[] = []
  const join = (colleague: Colleague, when: 'now' | 'past' | 'future') => {
    const as = colleague.role === 'guest' ? 'guest' : draw.pick(['support', 'cover', 'circle'] as const)
    const until =
      when === 'past'
        ? inMinutes(-1)
        : as === 'guest' || (secrecy !== 'sealed' && draw.chance(0.4))
          ? inMinutes(600)
          : null
    const parts = as === 'guest' ? draw.some(PARTS.codes, 0.5) : []
    given.member({
      caseId,
      staffId: colleague.id,
      addedBy: worker.id,
      kind: as,
      from: when === 'future' ? inMinutes(300) : inMinutes(-900),
      until,
      parts,
    })
    if (when !== 'now') return
    if (as === 'guest') guests.push({ staffId: colleague.id, parts })
    else valid.add(colleague.id)
  }
  if (secrecy === 'sealed') for (const one of [workers[0], workers[1]]) if (one) join(one, 'now')
  for (const one of draw.some(own, 0.12))
    if (one.role !== 'admin') join(one, draw.pick(['now', 'past', 'future']))
  // Rows as no function would write them too: over, of a sealed file, by an admin.
  const glasses = draw
    .some(own, 0.08)
    .filter(({ id }) => {
      const isLive = draw.chance(0.6)
      given.glass({ caseId, staffId: id, minutesAgo: isLive ? 30 : 300 })
      return isLive
    })
    .map(({ id }) => id)
  return { id: caseId, teamId, workerId: worker.id, secrecy, members: [...valid], guests, glasses }
}

const fill = (given: Given, draw: Draw, file: WorldFile) => {
  const noteId = given.note({ caseId: file.id, authorId: file.workerId })
  if (draw.chance(0.2)) given.noteRevision({ caseId: file.id, noteId })
  given.task({ caseId: file.id, assignedTo: file.workerId })
  if (draw.chance(0.3)) given.asylum({ caseId: file.id, createdBy: file.workerId })
  given.goal({ caseId: file.id, createdBy: file.workerId })
  given.hold({ caseId: file.id, createdBy: file.workerId })
  given.fileClosing({ caseId: file.id, createdBy: file.workerId })
  given.summary({ caseId: file.id, createdBy: file.workerId })
  given.attachment({ caseId: file.id, createdBy: file.workerId })
  given.comment({ caseId: file.id, authorId: file.workerId })
  if (draw.chance(0.3))
    given.assignment({ caseId: file.id, from: file.workerId, to: file.workerId, by: file.workerId })
  given.auditLog({ actorId: file.workerId, event: 'case.opened', caseId: file.id })
}

/**
 * A random installation of two organisations, with everything that can go wrong in it: roles that changed, memberships of
 * yesterday and tomorrow, coordinators without a team, people in several files, sealed files, visits of colleagues who
 * became admins.
 */
export const givenWorld = async (
  owner: pg.Client,
  seed: number,
  { staff = 30, files = 200, visits = 60 }: { staff?: number; files?: number; visits?: number } = {},
): Promise<World> => {
  const draw = openDraw(seed)
  const given = openGiven()
  const orgs = [0, 1].map(() => {
    const id = given.organisation()
    return { id, teams: [0, 1, 2].map(() => given.team(id)) }
  })
  const colleagues = hire(given, draw, orgs, staff)
  const placeId = given.place()
  const organisationOf = (organisation: number) => ({
    org: orgs[organisation] ?? draw.pick(orgs),
    own: colleagues.filter((one) => one.organisation === organisation),
  })
  const opened = Array.from({ length: files }, (_, index) => {
    const organisation = index % 6 === 0 ? 1 : 0
    const { org, own } = organisationOf(organisation)
    return { organisation, file: openFile(given, draw, org, own) }
  })
  const persons: { id: string; caseIds: string[] }[] = []
  for (const { organisation, file } of opened) {
    fill(given, draw, file)
    const others = opened.filter((one) => one.organisation === organisation && one.file.secrecy !== 'sealed')
    const caseIds = [file.id]
    if (file.secrecy !== 'sealed' && draw.chance(0.15)) caseIds.push(draw.pick(others).file.id)
    const unique = [...new Set(caseIds)]
    const id = given.person({ caseIds: unique, createdBy: file.workerId, sealed: file.secrecy === 'sealed' })
    persons.push({ id, caseIds: unique })
    if (draw.chance(0.3)) given.former({ caseId: file.id, personId: id, by: file.workerId })
    const { id: episodeId } = given.episode({ caseId: file.id, createdBy: file.workerId })
    given.stay({ caseId: file.id, personId: id, placeId, episodeId })
    given.registers({ caseId: file.id, personId: id, createdBy: file.workerId })
    given.request({ caseId: file.id, personId: id, createdBy: file.workerId })
    given.referral({ caseId: file.id, personId: id, createdBy: file.workerId })
  }
  const ties = draw.some(opened, 0.3).map(({ organisation, file }) => {
    const others = opened.filter((one) => one.organisation === organisation && one.file.id !== file.id)
    const { id: otherCaseId } = draw.pick(others).file
    const id = given.relatedFile({ caseId: file.id, otherCaseId, createdBy: file.workerId })
    return { id, caseIds: [file.id, otherCaseId] as const }
  })
  const kept = draw.some(opened, 0.3).map(({ organisation, file }) => {
    const others = opened.filter((one) => one.organisation === organisation && one.file.id !== file.id)
    const { id: otherCaseId } = draw.pick(others).file
    const id = newId()
    given.add('keptApart', { id, caseId: file.id, otherCaseId, createdBy: file.workerId })
    return { id, caseIds: [file.id, otherCaseId] as const }
  })
  const seen = Array.from({ length: visits }, (_, index): WorldVisit => {
    const { org, own } = organisationOf(index % 6 === 0 ? 1 : 0)
    const createdBy = draw.pick(own).id
    const visitors = draw.some(own, 0.15).map(({ id }) => id)
    const teamId = draw.pick(org.teams)
    const id = given.visit({ teamId, placeId, createdBy, visitors })
    const [first] = opened.filter(({ organisation }) => organisation === (index % 6 === 0 ? 1 : 0))
    const met = index % 3 === 0 ? first : draw.pick(opened)
    const person = persons.find(({ caseIds }) => caseIds[0] === met?.file.id)
    if (met && person)
      given.encounter({
        visitId: id,
        caseId: met.file.id,
        personId: person.id,
        placeId,
        authorId: met.file.workerId,
      })
    return { id, teamId, createdBy, visitors }
  })
  const inFiles = persons.flatMap(({ id, caseIds }) => caseIds.map((caseId) => ({ caseId, personId: id })))
  for (const { caseId, personId } of draw.some(inFiles, 0.2))
    given.wish({ caseId, personId, authorId: draw.pick(colleagues).id })
  const planned = Array.from({ length: visits }, (_, index): WorldPlan => {
    const { org, own } = organisationOf(index % 6 === 0 ? 1 : 0)
    const named = draw.some(own, 0.2).map(({ id }) => id)
    const plan = {
      state: draw.pick(['draft', 'published', 'published', 'cancelled'] as const),
      teamId: draw.pick(org.teams),
      createdBy: draw.pick(own).id,
      visitors: named.filter((_one, at) => at % 4 !== 3),
      takenOff: named.filter((_one, at) => at % 4 === 3),
      people: draw.some(inFiles, 0.02),
    }
    return { id: given.plan({ ...plan, placeId }), ...plan }
  })
  await given.save(owner)
  // Everyone, because some were hired as another role than the one they hold from now on.
  for (const { id, later } of colleagues)
    await owner.query('UPDATE staff SET role = $2::role WHERE id = $1', [id, later])
  await giveFigures(owner, colleagues)
  return {
    actors: colleagues.map((colleague, index) => ({
      token: colleague.token,
      facts: toFacts(colleague, index),
    })),
    files: opened.map(({ file }) => file),
    visits: seen,
    ties,
    kept,
    plans: planned,
    persons,
  }
}
