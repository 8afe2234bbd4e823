import * as z from 'zod/mini'
import { COUNTRY_CODES } from '@/lib/people/country-list.rules'
import { day, dayOrNone } from '@/lib/shared/day.schema'
import { WHEN_BASES } from '@/lib/shared/when/when.rules'
import { toWhen, whenText } from '@/lib/shared/when/when.schema'
import { ASKED, type EventField } from './asked.rules'
import { ARREST_CONTEXTS, CODED, EVENT_KINDS, TOLD_PEOPLE, WITHDRAWALS } from './vocabulary.rules'

const none = z.literal('')
const countries = new Set<string>(COUNTRY_CODES)
const time = z.union([none, z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notATime'))])
const chosen = z.string().check(z.trim(), z.minLength(1, 'required'))

const told = {
  orderKind: z.union([none, z.enum(CODED.orderKind.codes)]),
  ground: z.union([none, z.enum(CODED.ground.codes)]),
  printedEnd: dayOrNone,
  extras: z.array(z.enum(['byMinister', 'publicOrder'])),
  court: z.union([none, z.enum(CODED.court.codes)]),
  petitionOutcome: z.union([none, z.enum(CODED.petitionOutcome.codes)]),
  removalKind: z.union([none, z.enum(CODED.removalKind.codes)]),
  removalOutcome: z.union([none, z.enum(CODED.removalOutcome.codes)]),
  destination: z.union([none, z.string().check(z.refine((code) => countries.has(code), 'unknownChoice'))]),
  escort: z.union([none, z.enum(CODED.escort.codes)]),
  isolationGround: z.union([none, z.enum(CODED.isolationGround.codes)]),
  channel: z.union([none, z.enum(CODED.channel.codes)]),
  endReason: z.union([none, z.enum(CODED.endReason.codes)]),
  phase: z.union([none, z.enum(CODED.phase.codes)]),
  heardOn: dayOrNone,
  servedOn: dayOrNone,
  carrier: z.string().check(z.trim(), z.maxLength(200, 'tooLong')),
  force: z.union([none, z.enum(CODED.force.codes)]),
  injuries: z.union([none, z.enum(CODED.injuries.codes)]),
  isolationRegime: z.union([none, z.enum(CODED.isolationRegime.codes)]),
  doctorDaily: z.union([none, z.enum(CODED.doctorDaily.codes)]),
  toldTo: z.array(z.enum(TOLD_PEOPLE.codes)).check(z.maxLength(TOLD_PEOPLE.codes.length, 'tooLong')),
} satisfies Record<EventField, z.ZodMiniType>

/** What happened in an episode. With `replaces` it stands in the place of a row that was recorded before. */
export const recordEventSchema = z
  .strictObject({
    caseId: z.uuid(),
    episodeId: z.uuid(),
    replaces: z.union([none, z.uuid()]),
    kind: z.enum(EVENT_KINDS.codes, 'required'),
    on: z.pipe(chosen, whenText),
    basis: z.enum(WHEN_BASES.codes),
    at: time,
    ...told,
    text: z.string().check(z.trim(), z.maxLength(20_000, 'tooLong')),
  })
  .check(
    z.superRefine((input, context) => {
      const refuse = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message })
      for (const field of ASKED[input.kind].must) if (input[field] === '') refuse(field, 'required')
      const when = toWhen(input.on)
      const isHeardOf = input.kind === 'petition_filed' || input.kind === 'petition_decided'
      if (isHeardOf && input.heardOn !== '' && when?.form === 'exact') {
        if (input.kind === 'petition_filed' && input.heardOn < when.day) refuse('heardOn', 'endBeforeStart')
        if (input.kind === 'petition_decided' && input.heardOn > when.day) refuse('heardOn', 'heardAfter')
      }
      if (input.kind === 'petition_decided' && input.servedOn !== '' && when?.form === 'exact')
        if (input.servedOn < when.day) refuse('servedOn', 'servedBefore')
      // No one and someone were not both told.
      if (input.kind === 'isolation_began' && input.toldTo.includes('nobody') && input.toldTo.length > 1)
        refuse('toldTo', 'toldNobody')
      // The stays end on this day, and the planner of visits goes by them.
      if (input.kind === 'ended' && toWhen(input.on)?.form !== 'exact') refuse('on', 'needsOneDay')
    }),
  )
export type RecordEventInput = z.output<typeof recordEventSchema>

/** A person is held: who of the file, where, since when, and how it came to it. */
export const beginEpisodeSchema = z.strictObject({
  caseId: z.uuid(),
  personIds: z.array(z.uuid()).check(z.minLength(1, 'required'), z.maxLength(20, 'tooLong')),
  placeId: z.uuid('required'),
  since: dayOrNone,
  arrestContext: z.enum(ARREST_CONTEXTS.codes),
})

/** Moved to another centre or return home. */
export const moveEpisodeSchema = z.strictObject({
  caseId: z.uuid(),
  episodeId: z.uuid(),
  placeId: z.uuid('required'),
  on: z.pipe(chosen, day),
})

/** A row does not count any more. */
export const withdrawEventSchema = z
  .strictObject({
    caseId: z.uuid(),
    episodeId: z.uuid(),
    eventId: z.uuid(),
    because: z.enum(WITHDRAWALS.codes, 'required'),
    sameAs: z.union([none, z.uuid()]),
  })
  .check(
    z.superRefine(({ because, sameAs }, context) => {
      if ((because === 'same_as') !== (sameAs !== ''))
        context.addIssue({ code: 'custom', path: ['because'], message: 'unknownChoice' })
    }),
  )
