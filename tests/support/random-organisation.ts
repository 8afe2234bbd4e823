import type pg from 'pg'
import { NotFound } from '@/lib/db/errors'
import { withWork } from '@/lib/db/work'
import { mergePeople, undoMerge } from '@/lib/people/merge.data'
import { NOTHING_ASKED } from '@/lib/people/person-field.rules'
import { answerWord, insertErasure } from '@/lib/rights/erasure.data'
import { newCode, newId } from '@/lib/shared/ids'
import { openGiven } from './given/given'
import { givenRandom } from './given/population'
import { insertRows, type Row, type Rows, type Table } from './given/rows'
import { inventActivities } from './random-activities'
import { inventRooms, type RandomRooms, ROOM_TABLES } from './random-rooms'
import { plus } from './recounts/calendar'
import type { Reader } from './recounts/seen'

// An organisation as no one would plan it, for counting it twice: people in several files and offices, files that no one may count, days that
// no one knows, stays in two files at a time, what was corrected, taken back, merged, erased. The same seed gives the same organisation. Quickly: without the triggers of the tables (given/rows).

/** Periods that the days drawn here like to touch. */
export const PERIODS = {
  year: { from: '2026-01-01', until: '2026-12-31' },
  quarter: { from: '2026-04-01', until: '2026-06-30' },
  month: { from: '2026-05-01', until: '2026-05-31' },
  day: { from: '2026-05-14', until: '2026-05-14' },
} as const
const EDGES = Object.values(PERIODS).flatMap(({ from, until }) => [
  plus(from, -1),
  from,
  until,
  plus(until, 1),
])

const MEETING_OUTCOMES = ['seen', 'seen', 'seen', 'seen', 'not_seen', 'refused', 'isolation', 'gone']
const END_REASONS = [
  'released_io',
  'released_council_chamber',
  'released_no_decision_in_time',
  'released_max_term',
  'removed',
  'removed',
  'dublin_transferred',
  'voluntary_departure',
  'admitted_territory',
  'protection_granted',
  'transferred_prison',
  'identified_minor',
  'thb_victim',
  'escaped',
  'unknown',
]
const GROUNDS = ['art_7', 'art_8bis', 'art_27', 'art_51_5', 'art_74_6']
const COURTS = ['council_chamber', 'indictment_chamber', 'court_of_cassation']
const OUTCOMES = ['released', 'rejected', 'inadmissible', 'without_object', 'no_decision_in_time']
const REMOVALS = ['refoulement', 'repatriation', 'dublin_transfer', 'voluntary_from_detention']
const ATTEMPTS = ['executed', 'refused_by_person', 'cancelled_authority', 'unknown']
const ISOLATIONS = ['disciplinary', 'medical', 'own_request', 'unknown']
const CHANNELS = ['centre_director', 'complaints_commission', 'myria', 'cpt']
const EVENT_KINDS = [
  'ordered',
  'petition_filed',
  'petition_decided',
  'removal_planned',
  'removal_ended',
  'isolation_began',
  'hunger_strike_began',
  'incident',
  'complaint_filed',
  'complaint_answered',
  'suspended',
] as const

export type RandomDraw = ReturnType<typeof openDraw>
export const openDraw = (seed: number) => {
  const random = givenRandom(seed)
  const int = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1))
  const chance = (p: number): boolean => random() < p
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  const maybe = <T>(p: number, make: () => T): T | null => (chance(p) ? make() : null)
  return {
    int,
    chance,
    pick,
    maybe,
    some: <T>(list: readonly T[], p: number): T[] => list.filter(() => chance(p)),
    id: (): string =>
      newId(
        1_780_000_000_000 + int(0, 1_000_000),
        Buffer.from(Array.from({ length: 16 }, () => int(0, 255))),
      ),
    /** At an edge of a period, or anywhere from November 2025 to January 2027. */
    day: (): string => (chance(0.35) ? pick(EDGES) : plus('2025-11-01', int(0, 440))),
  }
}

/** A moment of a day, often so late that in Brussels it is the next one. */
const momentOn = (draw: RandomDraw, day: string): string =>
  `${day}T${draw.pick(['09:12', '21:30', '22:30', '23:40'])}:0${draw.int(0, 9)}Z`

/** Five columns of a day as people know it (prisma/sql/functions/…/is_when.sql). */
const whenOf = (draw: RandomDraw, day: string, exact: boolean) => {
  const said = (code: string, from: string, to: string) => ({
    onWhen: code,
    onFrom: from,
    onTo: to,
    onText: code,
    onBasis: 'said',
  })
  const none = { onFrom: null, onTo: null, onText: null, onBasis: null }
  if (exact || draw.chance(0.55)) return said(day, day, day)
  const to = plus(day, draw.int(0, 40))
  switch (draw.int(0, 3)) {
    case 0: {
      const month = day.slice(0, 7)
      const next = plus(`${month}-28`, 4).slice(0, 7)
      return said(month, `${month}-01`, plus(`${next}-01`, -1))
    }
    case 1:
      return said(`${day}/${to}`, day, to)
    case 2:
      return { onWhen: 'not_known', ...none }
    default:
      return { onWhen: null, ...none }
  }
}

type Office = { readonly id: string; readonly workers: readonly string[] }
type File = {
  readonly id: string
  readonly officeId: string
  readonly workerId: string
  readonly secrecy: 'open' | 'restricted' | 'sealed'
  readonly status: string
  readonly people: string[]
}

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
  const everyone = offices.flatMap(({ workers }) => workers)
  const files: File[] = []
  const now = Date.now()
  const inDays = (days: number): string => new Date(now + days * 86_400_000).toISOString()

  const openFile = (): File => {
    const office = draw.pick(offices)
    const secrecy = draw.pick(['open', 'open', 'open', 'open', 'restricted', 'sealed'] as const)
    const workerId = draw.pick(office.workers)
    const openedOn = draw.chance(0.4) ? draw.day() : plus('2025-09-01', draw.int(0, 200))
    const file: File = {
      id: draw.id(),
      officeId: office.id,
      workerId,
      secrecy,
      status: draw.chance(0.3) ? 'closed' : 'active',
      people: [],
    }
    files.push(file)
    add('caseFile', {
      id: file.id,
      code: newCode(),
      kind: draw.pick(['detention', 'det', 'minor', 'family']),
      status: file.status,
      secrecy,
      teamId: office.id,
      workerId,
      openedOn,
      closedOn: file.status === 'closed' ? plus(openedOn, 30) : null,
      createdBy: workerId,
    })
    // Closed and opened again, the last turn as it stands now; some closings of long ago left no row.
    let day = openedOn
    const turns = file.status === 'closed' ? draw.pick([1, 1, 3]) : draw.pick([0, 0, 0, 2])
    for (let turn = 1; turn <= turns; turn++) {
      day = plus(day, turn === 1 && draw.chance(0.2) ? 1 : draw.int(1, 60))
      const closes = turn % 2 === 1
      add('caseClosing', {
        id: draw.id(),
        caseId: file.id,
        kind: closes ? 'closed' : 'reopened',
        reason: closes ? draw.pick(['goal_reached', 'released', 'removed', 'lost_contact']) : null,
        wordsCipher: closes ? null : new Uint8Array(16),
        createdBy: workerId,
        createdAt: momentOn(draw, day),
      })
    }
    const join = (staffId: string, kind: string, from: string, until: string | null) =>
      add('caseMember', {
        id: draw.id(),
        caseId: file.id,
        staffId,
        kind,
        validFrom: from,
        validUntil: until,
        addedBy: workerId,
        guestKind: kind === 'guest' ? 'volunteer' : null,
      })
    if (secrecy === 'sealed') for (const staffId of office.workers) join(staffId, 'circle', inDays(-90), null)
    else {
      for (const staffId of draw.some([...everyone, ...leads], secrecy === 'open' ? 0.12 : 0.35))
        join(
          staffId,
          draw.pick(['support', 'cover', 'circle']),
          inDays(-40),
          draw.pick([null, null, inDays(20), inDays(-2)]),
        )
      if (draw.chance(0.1)) join(draw.pick(everyone), 'support', inDays(5), null)
      if (draw.chance(0.1)) join(draw.pick(everyone), 'guest', inDays(-3), inDays(3))
    }
    return file
  }

  const tell = (personId: string, circles: readonly string[]) => {
    const circle = (): string | null => (circles.length > 0 && draw.chance(0.5) ? draw.pick(circles) : null)
    const withdrawn = () => {
      const isGone = draw.chance(0.2)
      return { withdrawnAt: isGone ? inDays(-1) : null, withdrawnBecause: isGone ? 'misread' : null }
    }
    for (let claims = draw.int(0, 3); claims > 0; claims--) {
      const years = draw.pick([0, 3, 11, 12, 14, 15, 17, 18, 24, 25, 34, 35, 44, 45, 60, 61, 70])
      const born = `${2026 - years}${draw.chance(0.5) ? draw.pick(EDGES).slice(4) : plus('2026-01-01', draw.int(0, 364)).slice(4)}`
      const isKnown = draw.chance(0.85)
      add('ageClaim', {
        id: draw.id(),
        personId,
        basis: isKnown ? draw.pick(['said', 'document', 'authority']) : draw.pick(['not_known', 'declined']),
        asOf: '2026-01-01',
        bornEarliest: isKnown ? plus(born, -draw.pick([0, 0, 200])) : null,
        bornLatest: isKnown ? born : null,
        circleCaseId: circle(),
        ...withdrawn(),
      })
    }
    for (let claims = draw.int(0, 3); claims > 0; claims--)
      add('nationality', {
        id: draw.id(),
        personId,
        country: draw.pick(['GN', 'AF', 'MA', 'SY', 'XXA']),
        certainty: draw.pick(['document', 'said', 'said', 'presumed', 'contested', 'not_known', 'declined']),
        validFrom: draw.maybe(0.3, draw.day),
        validTo: draw.maybe(0.3, draw.day),
        createdAt: draw.pick(['2026-02-01T10:00:00Z', '2026-02-02T10:00:00Z']),
        circleCaseId: circle(),
        ...withdrawn(),
      })
  }

  const place = (file: File, personId: string, role: string) => {
    if (file.people.includes(personId)) return
    file.people.push(personId)
    const hasLeft = draw.chance(0.1)
    add('casePerson', {
      caseId: file.id,
      personId,
      role,
      since: hasLeft ? null : draw.maybe(0.2, draw.day),
      leftBecause: hasLeft ? draw.pick(['own_file', 'apart', 'mistake']) : null,
      until: hasLeft ? draw.day() : null,
    })
  }
  const people: string[] = []
  while (people.length < size) {
    const file = openFile()
    const family = Math.min(size - people.length, draw.pick([1, 1, 1, 2, 4]))
    for (let member = 0; member < family; member++) {
      const id = draw.id()
      people.push(id)
      add('person', {
        id,
        code: newCode(),
        sex: draw.pick(['f', 'm', 'm', 'm', 'x', 'unknown', 'declined', 'not_asked']),
        createdBy: file.workerId,
      })
      place(file, id, member === 0 ? 'principal' : draw.pick(['child', 'partner', 'sibling']))
    }
  }
  // Some are in a second file, be it of another office or of a circle; a sealed file has people of its own.
  for (const file of files)
    for (const personId of file.secrecy === 'sealed' ? [] : draw.some([...file.people], 0.3)) {
      const other = draw.pick(files)
      if (other.secrecy !== 'sealed') place(other, personId, 'principal')
    }
  const filesOf = (personId: string): File[] => files.filter((file) => file.people.includes(personId))
  for (const personId of people) {
    // Said in a circle, of someone who may be in an open file as well.
    tell(
      personId,
      filesOf(personId)
        .filter(({ secrecy }) => secrecy !== 'open')
        .map(({ id }) => id),
    )
  }

  // Visits, with what was seen there.
  const visits: { id: string; officeId: string; placeId: string; day: string }[] = []
  for (let n = size === 0 ? 0 : draw.int(4, 24); n > 0; n--) {
    const office = draw.pick(offices)
    const visit = { id: draw.id(), officeId: office.id, placeId: draw.pick(places), day: draw.day() }
    visits.push(visit)
    const startsAt = draw.maybe(0.7, () => draw.pick(['09:00', '13:30', '10:45']))
    add('visit', {
      id: visit.id,
      teamId: office.id,
      placeId: visit.placeId,
      onDate: visit.day,
      startsAt,
      endsAt: startsAt !== null && draw.chance(0.8) ? draw.pick(['14:00', '16:20', '17:05']) : null,
      access: draw.pick(['granted', 'granted', 'delayed', 'partly_refused', 'refused']),
      waitingMinutes: draw.maybe(0.6, () => draw.int(0, 120)),
      createdBy: draw.pick(office.workers),
    })
    for (const staffId of draw.some([...everyone, ...leads], 0.3))
      add('visitVisitor', { visitId: visit.id, staffId })
    for (let more = draw.int(0, 2); more > 0; more--)
      add('visitGroup', { id: draw.id(), visitId: visit.id, people: draw.int(1, 30) })
    for (let more = draw.int(0, 2); more > 0; more--)
      add('visitObservation', {
        id: draw.id(),
        visitId: visit.id,
        theme: draw.pick(['food', 'health', 'hygiene']),
        textCipher: new Uint8Array(16),
      })
  }
  let closed = { placeId: draw.pick(places), fromDay: draw.day() }
  for (let n = draw.int(2, 9); n > 0; n--) {
    // Often the same days of the same centre again.
    closed = draw.chance(0.5)
      ? { ...closed, fromDay: plus(closed.fromDay, draw.int(-2, 8)) }
      : { placeId: draw.pick(places), fromDay: draw.day() }
    add('centreClosure', {
      id: draw.id(),
      organisationId,
      ...closed,
      untilDay: plus(closed.fromDay, draw.int(0, 20)),
      reason: 'works',
      createdBy: draw.pick(everyone),
      liftedAt: draw.maybe(0.3, () => inDays(-1)),
    })
  }

  const meet = (personId: string, file: File) => {
    const [own, others] = [visits.filter(({ officeId }) => officeId === file.officeId), visits]
    const visit = draw.pick(own.length > 0 && draw.chance(0.85) ? own : others)
    const id = draw.id()
    add('encounter', {
      id,
      visitId: visit.id,
      caseId: file.id,
      personId,
      placeId: visit.placeId,
      metOn: visit.day,
      position: draw.int(1, 9),
      outcome: draw.pick(MEETING_OUTCOMES),
      interpreter: draw.pick([null, 'in_person', 'phone', 'none']),
      language: draw.pick([null, 'fr', 'ar', 'ti']),
      mode: draw.pick(['in_person', 'in_person', 'phone', 'video']),
      isAgain: draw.chance(0.1),
      authorId: file.workerId,
    })
    for (const kind of ['topic', 'request', 'action'])
      for (const code of draw.some(['health', 'family', 'legal_aid'], 0.25))
        add('encounterItem', { encounterId: id, caseId: file.id, kind, code })
    if (!draw.chance(0.2)) return
    const raisedAt = momentOn(draw, draw.chance(0.7) ? visit.day : draw.day())
    const isAnswered = draw.chance(0.5)
    add('signal', {
      id: draw.id(),
      encounterId: id,
      caseId: file.id,
      code: draw.pick(['suicide_risk', 'minor_detained', 'no_lawyer']),
      severity: draw.pick(['critical', 'serious', 'watch', 'info']),
      raisedBy: file.workerId,
      raisedAt,
      answeredBy: isAnswered ? file.workerId : null,
      answeredAt: isAnswered ? plus(raisedAt.slice(0, 10), 3) : null,
    })
  }

  const event = (file: File, episodeId: string, kind: string, day: string, more: Row = {}): string => {
    const id = draw.id()
    const is = (...kinds: string[]): boolean => kinds.includes(kind)
    add('detentionEvent', {
      id,
      caseId: file.id,
      episodeId,
      kind,
      replaces: null,
      withdrawnBecause: null,
      sameAs: null,
      ...whenOf(draw, day, is('ended')),
      orderKind: is('ordered') ? draw.pick(['initial', 'extension', 'new_after_refusal']) : null,
      ground: is('ordered') ? draw.pick(GROUNDS) : null,
      phase: null,
      court: is('petition_filed', 'petition_decided') ? draw.pick(COURTS) : null,
      petitionOutcome: is('petition_decided') ? draw.pick(OUTCOMES) : null,
      removalKind:
        is('removal_planned') || (is('removal_ended') && draw.chance(0.6)) ? draw.pick(REMOVALS) : null,
      removalOutcome: is('removal_ended') ? draw.pick(ATTEMPTS) : null,
      isolationGround: is('isolation_began') ? draw.pick(ISOLATIONS) : null,
      channel:
        is('complaint_filed') || (is('complaint_answered') && draw.chance(0.5)) ? draw.pick(CHANNELS) : null,
      endReason: is('ended') ? draw.pick(END_REASONS) : null,
      authorId: file.workerId,
      createdAt: momentOn(draw, draw.chance(0.5) ? draw.pick(EDGES) : '2026-02-11'),
      ...more,
    })
    return id
  }
  /** What was written down may be corrected, and that again; or taken back. */
  const write = (file: File, episodeId: string, kind: string, day: string): void => {
    let current = event(file, episodeId, kind, day)
    for (let corrections = draw.pick([0, 0, 0, 1, 2]); corrections > 0; corrections--)
      current = event(file, episodeId, kind, draw.chance(0.5) ? day : plus(day, draw.int(-20, 20)), {
        replaces: current,
      })
    if (!draw.chance(0.12)) return
    const isSame = draw.chance(0.4)
    const sameAs = isSame ? event(file, episodeId, kind, day) : null
    const gone = { onWhen: null, onFrom: null, onTo: null, onText: null, onBasis: null }
    const silent = {
      orderKind: null,
      ground: null,
      court: null,
      petitionOutcome: null,
      removalKind: null,
      removalOutcome: null,
    }
    event(file, episodeId, kind, day, {
      ...gone,
      ...silent,
      isolationGround: null,
      channel: null,
      endReason: null,
      replaces: current,
      withdrawnBecause: isSame ? 'same_as' : draw.pick(['mistake', 'other_person']),
      sameAs,
    })
  }

  const stay = (
    file: File,
    personId: string,
    episodeId: string | null,
    placeId: string,
    since: string | null,
    until: string | null,
  ) =>
    add('placeStay', {
      id: draw.id(),
      caseId: file.id,
      personId,
      episodeId,
      placeId,
      since,
      until,
      createdAt: momentOn(draw, draw.chance(0.5) ? draw.pick(EDGES) : '2026-02-12'),
    })
  const episode = (file: File): string => {
    const id = draw.id()
    add('detentionEpisode', {
      id,
      caseId: file.id,
      createdBy: file.workerId,
      arrestContext: draw.pick(['not_known', 'police_check', 'border', 'home']),
    })
    return id
  }

  /** One to three stays in a row for all the people of a file whom it held, then perhaps again: the next day, two days later, much later. */
  const hold = (file: File, group: readonly string[]): void => {
    let day = draw.day()
    for (let times = draw.pick([1, 1, 1, 2, 3]); times > 0; times--) {
      const episodeId = draw.maybe(0.8, () => episode(file))
      const begin = day
      for (let stays = draw.pick([1, 1, 2, 3]); stays > 0; stays--) {
        const length = draw.pick([0, 1, 5, 20, 60, 150])
        const isLast = stays === 1
        const until = plus(day, length)
        const placeId = draw.pick(places)
        for (const personId of group)
          stay(
            file,
            personId,
            episodeId,
            placeId,
            draw.chance(0.08) ? null : day,
            isLast && draw.chance(0.4) ? null : until,
          )
        day = plus(until, draw.pick([0, 0, 1, 1, 3]))
      }
      if (episodeId !== null) {
        write(file, episodeId, 'ordered', begin)
        for (let more = draw.int(0, 4); more > 0; more--)
          write(file, episodeId, draw.pick(EVENT_KINDS), plus(begin, draw.int(-3, 90)))
        if (draw.chance(0.6)) write(file, episodeId, 'ended', plus(day, draw.pick([-1, -1, 0, 0, 2])))
      }
      day = plus(day, draw.pick([0, 1, 1, 2, 30]))
    }
  }
  for (const file of files) {
    if (file.people.length > 0 && draw.chance(0.75))
      hold(file, draw.chance(0.6) ? file.people : draw.some(file.people, 0.7))
    for (const personId of file.people)
      if (visits.length > 0) for (let n = draw.pick([0, 1, 2, 5]); n > 0; n--) meet(personId, file)
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
