import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { saveApplication } from '@/lib/asylum/application.actions'
import { recordEvent, takeEventBack } from '@/lib/asylum/event.actions'
import { listDeadlines } from '@/lib/deadlines/deadline.data'
import { beginEpisode, recordDetentionEvent, withdrawDetentionEvent } from '@/lib/detention/episode.actions'
import { anEvent } from '../support/given/asylum'
import { eventInput, givenPeople } from '../support/given/episode'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { drawn } from '../support/sweep'

// Whatever was written, corrected and taken back, and in whichever order: the deadlines that run are those of the rows that
// stand, as if only these had ever been written.

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const council = { court: 'council_chamber' }
const order = { orderKind: 'initial', ground: 'art_7' }
const notified = { outcome: 'refused', notification: 'hand_delivery' }
type Thing = {
  readonly room: 'detention' | 'asylum'
  readonly kind: string
  readonly day: string
  readonly wrongDay: string
  readonly more: Readonly<Record<string, unknown>>
  /** The index of what it answers. */
  readonly answers?: number
}
/** Where the order to leave stands among the things. */
const ORDER = 13
const NOTIFIED = ['cgrs_decision', 'order_to_leave', 'order_extended']
const THINGS: readonly Thing[] = [
  { room: 'asylum', kind: 'lodged', day: '2025-03-03', wrongDay: '2026-07-03', more: {} },
  { room: 'asylum', kind: 'cgrs_decision', day: '2026-11-02', wrongDay: '2026-11-03', more: notified },
  {
    room: 'asylum',
    kind: 'appeal',
    day: '2026-11-12',
    wrongDay: '2026-11-13',
    more: { form: 'full' },
    answers: 1,
  },
  { room: 'asylum', kind: 'made', day: '2026-10-20', wrongDay: '2026-10-21', more: {} },
  { room: 'detention', kind: 'ordered', day: '2026-09-29', wrongDay: '2026-09-30', more: order },
  {
    room: 'detention',
    kind: 'ordered',
    day: '2026-11-05',
    wrongDay: '2026-11-06',
    more: { ...order, orderKind: 'extension' },
  },
  { room: 'detention', kind: 'petition_filed', day: '2026-10-05', wrongDay: '2026-10-06', more: council },
  {
    room: 'detention',
    kind: 'petition_decided',
    day: '2026-10-09',
    wrongDay: '2026-10-12',
    more: { ...council, petitionOutcome: 'rejected' },
  },
  {
    room: 'detention',
    kind: 'petition_filed',
    day: '2026-11-10',
    wrongDay: '2026-11-11',
    more: { ...council, heardOn: '2026-12-18' },
  },
  { room: 'detention', kind: 'incident', day: '2026-11-13', wrongDay: '2026-11-14', more: {} },
  {
    room: 'detention',
    kind: 'complaint_filed',
    day: '2026-11-14',
    wrongDay: '2026-11-15',
    more: { channel: 'centre_director' },
  },
  {
    room: 'detention',
    kind: 'ended',
    day: '2026-11-20',
    wrongDay: '2026-11-21',
    more: { endReason: 'removed' },
  },
  {
    room: 'detention',
    kind: 'ordered',
    day: '2026-11-08',
    wrongDay: '2026-11-09',
    more: { ...order, ground: 'art_74_6', orderKind: 'new_after_refusal' },
  },
  {
    room: 'asylum',
    kind: 'order_to_leave',
    day: '2026-11-06',
    wrongDay: '2026-11-07',
    more: { notification: 'hand_delivery', letterKind: 'period', letterAmount: '30' },
  },
  {
    room: 'asylum',
    kind: 'order_extended',
    day: '2026-11-16',
    wrongDay: '2026-11-17',
    more: { letterKind: 'period', letterAmount: '60' },
    answers: ORDER,
  },
  {
    room: 'asylum',
    kind: 'appeal',
    day: '2026-11-18',
    wrongDay: '2026-11-19',
    more: { form: 'annulment', suspensive: 'automatic' },
    answers: ORDER,
  },
  {
    room: 'asylum',
    kind: 'interview',
    day: '2026-12-14',
    wrongDay: '2026-12-15',
    more: { form: 'cgrs', outcome: 'planned' },
  },
  {
    room: 'asylum',
    kind: 'interview',
    day: '2026-11-12',
    wrongDay: '2026-11-13',
    more: { form: 'cgrs', outcome: 'planned' },
  },
  {
    room: 'asylum',
    kind: 'interview',
    day: '2026-11-20',
    wrongDay: '2026-11-21',
    more: { form: 'cgrs', outcome: 'held' },
  },
]

const FATES = ['never', 'written', 'corrected', 'takenBack', 'correctedAndTakenBack'] as const
type Fate = (typeof FATES)[number]
type Step = 'write' | 'writeWrong' | 'correct' | 'takeBack'
const STEPS: Readonly<Record<Fate, readonly Step[]>> = {
  never: [],
  written: ['write'],
  corrected: ['writeWrong', 'correct'],
  takenBack: ['write', 'takeBack'],
  correctedAndTakenBack: ['writeWrong', 'correct', 'takeBack'],
}
const stands = (fate: Fate): boolean => fate === 'written' || fate === 'corrected'

const answer = z.object({
  ok: z.literal(true),
  value: z.looseObject({
    eventId: z.uuid().optional(),
    applicationId: z.uuid().optional(),
    episodeId: z.uuid().optional(),
  }),
})

const givenFile = async () => {
  const { caseId, personIds } = await givenPeople(organisation)
  const send = async (result: Promise<unknown>) => answer.parse(await result).value
  const { applicationId = '' } = await send(
    act(organisation.casey.token, saveApplication, {
      caseId,
      applicationId: '',
      version: 0,
      way: 'border',
      sequence: '1',
      language: '',
      place: '',
      reasons: [],
    }),
  )
  const { episodeId = '' } = await send(
    act(organisation.casey.token, beginEpisode, {
      caseId,
      personIds,
      placeId: organisation.placeId,
      since: '2026-09-29',
      arrestContext: 'border',
    }),
  )
  const rows = new Map<number, string>()
  const write = async (index: number, day: string) => {
    const thing = THINGS[index]
    if (thing === undefined) throw new Error('no such thing')
    const replaces = rows.get(index) ?? ''
    const { eventId = '' } = await send(
      thing.room === 'detention'
        ? act(
            organisation.casey.token,
            recordDetentionEvent,
            eventInput({ caseId, episodeId }, thing.kind, day, { ...thing.more, replaces }),
          )
        : act(
            organisation.casey.token,
            recordEvent,
            anEvent(caseId, applicationId, thing.kind, {
              ...thing.more,
              replaces,
              ...(NOTIFIED.includes(thing.kind) ? { notifiedOn: day } : { on: day }),
              ...(thing.answers === undefined ? {} : { concerns: rows.get(thing.answers) }),
            }),
          ),
    )
    rows.set(index, eventId)
  }
  const takeBack = async (index: number) => {
    const eventId = rows.get(index) ?? ''
    await send(
      THINGS[index]?.room === 'detention'
        ? act(organisation.casey.token, withdrawDetentionEvent, {
            caseId,
            episodeId,
            eventId,
            because: 'mistake',
            sameAs: '',
          })
        : act(organisation.casey.token, takeEventBack, {
            caseId,
            eventId,
            mistake: 'not_happened',
            words: '',
          }),
    )
  }
  return {
    /** One step with one thing. */
    take: async (index: number, step: Step) => {
      const thing = THINGS[index]
      if (step === 'takeBack') await takeBack(index)
      else await write(index, (step === 'writeWrong' ? thing?.wrongDay : thing?.day) ?? '')
    },
    open: async () =>
      (await organisation.casey.work((work) => listDeadlines(work, caseId)))
        .filter(({ status }) => status === 'open')
        .map(({ rule, happenedOn, dueOn, remindOn }) => [rule.code, happenedOn, dueOn, remindOn].join(' '))
        .sort(),
  }
}

/** What is answered is written before its answer, and not taken back while it has one. */
const fatesOf = fc
  .array(fc.constantFrom(...FATES), { minLength: THINGS.length, maxLength: THINGS.length })
  .map((fates) =>
    fates.map((fate, index): Fate => {
      const isAnswered = THINGS.some((thing, at) => thing.answers === index && fates[at] !== 'never')
      return isAnswered && !stands(fate) ? 'corrected' : fate
    }),
  )

type Taken = { readonly index: number; readonly step: Step }
/** Every step of every thing, by random places; the steps of one thing keep their order, and an answer comes last. */
const inOrder = (fates: readonly Fate[], places: readonly number[]): readonly Taken[] => {
  const left = fates.map((fate, index) => STEPS[fate].map((step): Taken => ({ index, step })))
  const mixed = left
    .flat()
    .map(({ index }, at) => ({ index, place: places[at % places.length] ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .flatMap(({ index }) => left[index]?.shift() ?? [])
  const isAnswer = ({ index }: Taken) => THINGS[index]?.answers !== undefined
  return [...mixed.filter((one) => !isAnswer(one)), ...mixed.filter(isAnswer)]
}

describe('the deadlines that run', () => {
  it('are those of the rows that stand, whatever was written, corrected and taken back before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fatesOf,
        fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
        fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
        async (fates, places, others) => {
          const [mixed, plain] = [await givenFile(), await givenFile()]
          for (const { index, step } of inOrder(fates, places)) await mixed.take(index, step)
          const left = fates.map((fate): Fate => (stands(fate) ? 'written' : 'never'))
          for (const { index, step } of inOrder(left, others)) await plain.take(index, step)
          expect(await mixed.open()).toEqual(await plain.open())
        },
      ),
      { numRuns: drawn(2, 40), endOnFailure: true },
    )
  })
})
