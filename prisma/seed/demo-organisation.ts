import { randomBytes } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type { PrismaClient } from '../../lib/db/generated/client'
import { addDays, dayOf, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import type { Writes } from './demo-words'

export type Worker = {
  readonly id: string
  readonly team: string
  readonly load: number
  /** The centres where those whom they accompany are held. */
  readonly centres: readonly string[]
  /** The language of their notes and next steps. */
  readonly writes: Writes
}
export type Organisation = {
  readonly id: string
  readonly teams: Readonly<Record<'brussels' | 'liege' | 'antwerp', string>>
  readonly workers: readonly Worker[]
  readonly casimir: string
  readonly corina: string
  readonly ada: string
  readonly alma: string
  readonly vera: string
  readonly guest: string
}

/** What the invented colleagues speak. */
const SPOKEN: readonly string[][] = [
  ['fr', 'ar'],
  ['fr', 'ff'],
  ['nl', 'fa', 'ps'],
  ['fr', 'ti'],
  ['sq', 'ru'],
]

/** The organisation of the demo: three offices, twelve invented colleagues, their badges. */
export const insertOrganisation = async (
  db: PrismaClient,
  centres: ReadonlyMap<string, string>,
  now: Date,
): Promise<Organisation> => {
  const organisationId = newId()
  const teams = { brussels: newId(), liege: newId(), antwerp: newId() }
  await db.organisation.create({ data: { id: organisationId, name: 'Invented Companions', kind: 'demo' } })
  await db.team.createMany({
    data: [
      { id: teams.brussels, organisationId, name: 'Bruxelles / Brussel' },
      { id: teams.liege, organisationId, name: 'Liège' },
      { id: teams.antwerp, organisationId, name: 'Antwerpen' },
    ],
  })
  const colleagues = [
    { name: 'Casimir Caseworker', role: 'caseworker', team: teams.brussels, load: 40 },
    { name: 'Vera Visitor', role: 'caseworker', team: teams.brussels, load: 28, goes: ['caricole', 'cih'] },
    {
      name: 'Viktor Visitor',
      role: 'caseworker',
      team: teams.brussels,
      load: 22,
      writes: 'nl',
      goes: ['127bis'],
    },
    { name: 'Lars Listener', role: 'caseworker', team: teams.liege, load: 24 },
    { name: 'Lena Listener', role: 'caseworker', team: teams.liege, load: 19 },
    { name: 'Anton Accompany', role: 'caseworker', team: teams.antwerp, load: 25, writes: 'nl' },
    { name: 'Anouk Accompany', role: 'caseworker', team: teams.antwerp, load: 17, writes: 'nl' },
    { name: 'Corina Coordinator', role: 'coordinator', team: teams.brussels, load: 0 },
    { name: 'Conrad Coordinator', role: 'coordinator', team: teams.liege, load: 0 },
    { name: 'Ada Admin', role: 'admin', team: null, load: 0 },
    { name: 'Alma Admin', role: 'admin', team: null, load: 0 },
    { name: 'Gaspar Guest', role: 'guest', team: null, load: 0 },
  ] as const
  const staff = colleagues.map((colleague) => ({
    id: newId(),
    writes: 'fr' as const,
    goes: centresOf(colleague.team, teams),
    ...colleague,
  }))
  const known = staff.find(({ role }) => role === 'coordinator')?.id ?? null
  await db.staff.createMany({
    data: staff.map(({ id, name, role }, index) => ({
      id,
      organisationId,
      name,
      role,
      vouchedAt: now,
      // Long here and known to a coordinator: each counts as a second person (docs/adr/0104).
      createdAt: new Date(now.getTime() - 400 * 24 * 60 * 60 * 1000),
      vouchedById: role === 'admin' ? known : null,
      // Alma signs what Ada releases.
      leadsDataProtection: name === 'Alma Admin',
      languages: role === 'caseworker' ? (SPOKEN[index % SPOKEN.length] ?? []) : [],
    })),
  })
  await db.teamMember.createMany({
    data: staff.flatMap(({ id, team, role }) =>
      team === null ? [] : [{ staffId: id, teamId: team, leads: role === 'coordinator' }],
    ),
  })
  // Conrad coordinates the two smaller offices.
  const conrad = staff.find(({ name }) => name.startsWith('Conrad'))
  if (conrad) await db.teamMember.create({ data: { staffId: conrad.id, teamId: teams.antwerp, leads: true } })

  // No one knows this password: demo people come in through the one-click sign-in.
  const passwordHash = await hash(randomBytes(32).toString('base64'))
  await db.credential.createMany({
    data: staff.map(({ id, name }) => ({
      staffId: id,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@demo.invalid`,
      passwordHash,
      passwordSetAt: now,
    })),
  })

  const today = dayOf(now)
  const badges = staff
    .filter(({ role }) => role === 'caseworker' || role === 'coordinator')
    .flatMap(({ id, name, team }, index) =>
      centresOf(team, teams).map((slug) => ({
        id: newId(),
        staffId: id,
        placeId: centreId(centres, slug),
        validFrom: toDate(addDays(today, -300)),
        // One badge ends tomorrow, one ended last week: the page has to say so in words.
        validUntil: toDate(
          addDays(today, name.startsWith('Viktor') ? 1 : name.startsWith('Lena') ? -7 : 200 + index),
        ),
      })),
    )
  await db.accreditation.createMany({ data: badges })

  const idOf = (first: string): string => {
    const found = staff.find(({ name }) => name.startsWith(first))
    if (found === undefined) throw new Error(`the demo has no ${first}`)
    return found.id
  }
  return {
    id: organisationId,
    teams,
    workers: staff.flatMap(({ id, team, load, writes, goes }) =>
      load > 0 && team !== null ? [{ id, team, load, writes, centres: goes }] : [],
    ),
    casimir: idOf('Casimir'),
    corina: idOf('Corina'),
    ada: idOf('Ada'),
    alma: idOf('Alma'),
    vera: idOf('Vera'),
    guest: idOf('Gaspar'),
  }
}

/** Corina writes the report of the year: two admins let her read the figures of all offices (docs/adr/0140). */
export const insertReader = async (
  db: Pick<PrismaClient, 'capabilityGrant'>,
  { id: organisationId, ada, alma, corina }: Pick<Organisation, 'id' | 'ada' | 'alma' | 'corina'>,
  now: Date,
): Promise<void> => {
  await db.capabilityGrant.create({
    data: {
      id: newId(),
      organisationId,
      holderId: corina,
      kind: 'reads_figures',
      endsOn: toDate(addDays(dayOf(now), 200)),
      state: 'given',
      askedBy: ada,
      askedAt: now,
      answeredBy: alma,
      answeredAt: now,
    },
  })
}

/** The id of a centre of the reference data; throws when the slug is unknown. */
export const centreId = (centres: ReadonlyMap<string, string>, slug: string): string => {
  const id = centres.get(slug)
  if (id === undefined) throw new Error(`the reference data has no closed centre ${slug}`)
  return id
}

/** Slugs of the centres an office visits. */
export const centresOf = (team: string | null, teams: Organisation['teams']): readonly string[] => {
  if (team === teams.liege) return ['civ']
  if (team === teams.antwerp) return ['cim', 'cib']
  return ['caricole', '127bis', 'cih']
}
