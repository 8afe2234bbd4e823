import 'server-only'
import { type Application, listApplications } from '@/lib/asylum/application.data'
import { type EventRow as AsylumRow, listEvents as listAsylumEvents } from '@/lib/asylum/event.data'
import { countedDay, inOrder as inAsylumOrder } from '@/lib/asylum/event.rules'
import { listMoments } from '@/lib/asylum/moment.data'
import { regimeOf } from '@/lib/asylum/regime.rules'
import { STATES as ASYLUM_STATES, stateOf as asylumStateOf } from '@/lib/asylum/state.rules'
import { isApplication } from '@/lib/asylum/vocabulary.rules'
import { today } from '@/lib/cases/case.data'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import type { Register } from '@/lib/cases/filled-registers.data'
import { endOf, startOf } from '@/lib/cases/stays.rules'
import { listWords } from '@/lib/cases/word.data'
import type { Work } from '@/lib/db/work'
import { type Deadline, listOpenDeadlines } from '@/lib/deadlines/deadline.data'
import { isLoud } from '@/lib/deadlines/deadline-state.rules'
import { listExceptions } from '@/lib/deadlines/exception.data'
import { listRules } from '@/lib/deadlines/rule.data'
import { ENTRY_KINDS } from '@/lib/deadlines/vocabulary.rules'
import { type Episode, listEpisodes, listLooseStays } from '@/lib/detention/episode.data'
import { current as currentDetention } from '@/lib/detention/event.rules'
import { petitionSlot } from '@/lib/detention/pairs.rules'
import { stateOf as episodeStateOf } from '@/lib/detention/state.rules'
import { LEGAL_LISTS } from '@/lib/detention/vocabulary.rules'
import { withoutOrder } from '@/lib/detention/without-order.rules'
import { listEvents as listMinorEvents, type EventRow as MinorRow } from '@/lib/guardianship/event.data'
import { dayOfEvent as dayOfMinorEvent, inOrder as inMinorOrder } from '@/lib/guardianship/event.rules'
import { minorsOf } from '@/lib/guardianship/guardianship-page.data'
import { GUARDIANSHIP_LISTS } from '@/lib/guardianship/shape.rules'
import { STATES as GUARDIANSHIP_STATES, isChange } from '@/lib/guardianship/state.rules'
import { current } from '@/lib/registers/event-chain.rules'
import { type Day, dayOf } from '@/lib/shared/dates'
import { part } from '@/lib/shared/vocabulary'
import { boundsOf, isKnown } from '@/lib/shared/when/when.rules'
import { type Marked, type Running, toClock } from './clock.rules'
import { asylumSteps, detentionSteps, guardianshipSteps, lawOf } from './next-step.rules'
import type { StoryEvent } from './story.view'
import { strandOf } from './strand.rules'

/** States after which nothing of the procedure runs any more. */
const OVER = {
  asylum: part('procedure.asylum-over', ASYLUM_STATES, ['transferred', 'refugee', 'withdrawn']),
  guardianship: part('procedure.guardianship-over', GUARDIANSHIP_STATES, ['not_minor', 'not_alone', 'ended']),
}

const MOMENTS: readonly Register[] = ['legal_mandate', 'special_need', 'matter_step']

/** What happened on the ways of a file, and beside them: lawyers, needs, matters. */
const readAsylum = async (work: Work, { id, kept }: CaseHeader) => {
  const applications = kept.has('asylum_application') ? await listApplications(work, id) : []
  const rows = kept.has('asylum_event') ? await listAsylumEvents(work, id) : []
  const moments = MOMENTS.some((register) => kept.has(register)) ? await listMoments(work, id) : []
  const events = [
    ...inAsylumOrder(current(rows)).map(
      ({ id: rowId, kind, outcome, form, on, notifiedOn, standsOn }): StoryEvent => ({
        strand: 'asylum',
        id: rowId,
        on: countedDay({ notifiedOn, on }) ?? standsOn,
        when: notifiedOn === null ? on : { form: 'exact', day: notifiedOn },
        anchor: `event-${rowId}`,
        said: { room: 'asylum', of: { kind, outcome, form } },
      }),
    ),
    ...moments.map(
      ({ subjectId, on, when, said }): StoryEvent => ({
        strand: 'asylum',
        id: `${subjectId}-${said.what}`,
        on,
        when,
        anchor: `row-${subjectId}`,
        said: { room: 'asylum', of: said },
      }),
    ),
  ]
  return { events, ways: applications.map((application) => toWay(application, rows)) }
}

const toWay = ({ id, way, sequence }: Application, rows: readonly AsylumRow[]) => {
  const own = rows.filter(({ applicationId }) => applicationId === id)
  const { state, because } = asylumStateOf(way, own)
  const days = current(own).flatMap((event) => countedDay(event) ?? [])
  return {
    id,
    way,
    sequence,
    state,
    because: because?.id ?? null,
    regime: isApplication(way) ? regimeOf(own).regime : null,
    from: days.sort()[0] ?? null,
    until: because !== null && OVER.asylum.has(state) ? countedDay(because) : null,
    steps: isApplication(way) || way === 'transit' ? asylumSteps(state) : [],
  }
}

/** The day a row of detention stands on: the first it can have been, or the one on which it was written. */
const standsOn = ({ on, createdAt }: Episode['events'][number]): Day =>
  isKnown(on) ? boundsOf(on).earliest : dayOf(createdAt)

const toEpisode = ({ id, stays, events }: Episode, day: Day) => {
  const rows = currentDetention(events)
  const state = episodeStateOf(rows, stays, day)
  const slot = petitionSlot(rows)
  return {
    id,
    state,
    slot,
    from: startOf(stays),
    until: endOf(stays),
    steps: detentionSteps(state.code, slot.code),
  }
}

const readDetention = async (work: Work, { id, kept, hasDetention }: CaseHeader, day: Day) => {
  const episodes = kept.has('detention_episode') ? await listEpisodes(work, id) : []
  const loose = hasDetention ? await listLooseStays(work, id) : []
  const events = episodes.flatMap((episode) =>
    currentDetention(episode.events).map(
      (event): StoryEvent => ({
        strand: 'detention',
        id: event.id,
        on: standsOn(event),
        when: event.on,
        anchor: `event-${event.id}`,
        said: { room: 'detention', of: event },
      }),
    ),
  )
  return {
    events,
    episodes: episodes.map((episode) => toEpisode(episode, day)),
    looseSince: loose.length === 0 ? undefined : startOf(loose),
    /** Held with no order on record, be it only by what a visit or the intake says. */
    held: withoutOrder(
      loose,
      episodes.map((episode) => ({ ...episode, state: toEpisode(episode, day).state })),
    ),
  }
}

const toMinorEvent = (event: MinorRow, rows: readonly MinorRow[]): StoryEvent => ({
  strand: 'guardianship',
  id: event.id,
  on: dayOfMinorEvent(event) ?? event.standsOn,
  when: event.on ?? (event.notifiedOn === null ? null : { form: 'exact', day: event.notifiedOn }),
  anchor: `event-${event.id}`,
  said: {
    room: 'guardianship',
    personId: event.personId,
    of: { kind: event.kind, outcome: event.outcome, form: event.form },
    isChange: isChange(
      event,
      rows.filter(({ personId }) => personId === event.personId),
    ),
  },
})

const readGuardianship = async (work: Work, caseHeader: CaseHeader, day: Day) => {
  const rows = caseHeader.kept.has('guardianship_event') ? await listMinorEvents(work, caseHeader.id) : []
  return {
    events: inMinorOrder(current(rows)).map((event) => toMinorEvent(event, rows)),
    minors: minorsOf(caseHeader, rows, day).map(({ person, treatedAsMinor, current: said }) => ({
      id: person.id,
      name: person.name,
      state: said.state,
      because: said.because?.id ?? null,
      from: said.reported === null ? null : dayOfMinorEvent(said.reported),
      until:
        said.because !== null && OVER.guardianship.has(said.state) ? dayOfMinorEvent(said.because) : null,
      steps: treatedAsMinor ? guardianshipSteps(said.state) : [],
    })),
  }
}

/** An event ahead that a deadline tells of as well, such as an interview: the deadline stands for both. */
const isTold = (event: StoryEvent, deadlines: readonly Deadline[]): boolean =>
  deadlines.some(
    ({ causeRef, rule, dueOn }) => causeRef === event.id && rule.meaning === 'attend' && dueOn === event.on,
  )

/** The procedures of the file at an address as one story: what happened, what is ahead, and what may come next by which rule. */
export const readProcedurePage = (work: Work, address: Address) =>
  readFile(work, address, async (caseHeader) => {
    const day = today(work)
    const asylum = await readAsylum(work, caseHeader)
    const detention = await readDetention(work, caseHeader, day)
    const guardianship = await readGuardianship(work, caseHeader, day)
    const deadlines = caseHeader.open.deadlines === 0 ? [] : await listOpenDeadlines(work, caseHeader.id)
    const rules = await listRules(work)
    const events = [...asylum.events, ...detention.events, ...guardianship.events].filter(
      (event) => !isTold(event, deadlines),
    )
    const dated = deadlines.map((deadline) => ({
      strand: strandOf(
        deadline.causeKind === null ? null : ENTRY_KINDS.match(deadline.causeKind),
        deadline.event,
      ),
      on: deadline.dueOn ?? deadline.remindOn,
      deadline,
    }))
    const regime = asylum.ways.at(-1)?.regime ?? null
    const law = (rulesOf: readonly string[]) => lawOf({ rules: rulesOf }, rules, regime)
    const lanes: readonly Running[] = [
      {
        strand: 'asylum',
        times: asylum.ways.flatMap(({ from, until }) => (from === null ? [] : [{ from, until }])),
      },
      {
        strand: 'detention',
        times: [
          ...detention.episodes.flatMap(({ from, until }) => (from === null ? [] : [{ from, until }])),
          ...(detention.looseSince ? [{ from: detention.looseSince, until: null }] : []),
        ],
      },
      {
        strand: 'guardianship',
        times: guardianship.minors.flatMap(({ from, until }) => (from === null ? [] : [{ from, until }])),
      },
    ]
    const marks: readonly Marked[] = [
      ...events.map(({ id, strand, on }) => ({ key: id, strand, on, isLoud: false })),
      ...dated.flatMap(({ strand, on, deadline }) =>
        on === null ? [] : [{ key: deadline.id, strand, on, isLoud: isLoud(deadline, day) }],
      ),
    ]
    return {
      ways: asylum.ways,
      episodes: detention.episodes,
      held: detention.held,
      minors: guardianship.minors,
      past: events.filter(({ on }) => on <= day).sort((a, b) => a.on.localeCompare(b.on)),
      ahead: [
        ...events
          .filter(({ on }) => on > day)
          .map((event) => ({ type: 'event' as const, on: event.on, event })),
        ...dated.map((one) => ({ type: 'deadline' as const, ...one })),
      ].sort((a, b) => (a.on ?? day).localeCompare(b.on ?? day)),
      clock: toClock(lanes, marks, day),
      law: new Map(
        [...asylum.ways, ...detention.episodes, ...guardianship.minors]
          .flatMap(({ steps }) => steps.map(({ rules: codes }) => codes))
          .map((codes) => [codes.join(' '), law(codes)]),
      ),
      exceptions: await listExceptions(work),
      words: await listWords(work, [...LEGAL_LISTS.codes, ...GUARDIANSHIP_LISTS]),
    }
  })
export type ProcedurePart = Extract<Awaited<ReturnType<typeof readProcedurePage>>, { type: 'file' }>['part']
