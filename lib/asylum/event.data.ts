import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { letterOf } from '@/lib/deadlines/letter.rules'
import { LETTER_UNITS, NOTIFICATIONS } from '@/lib/deadlines/notification.rules'
import { FACTS, type Fact } from '@/lib/deadlines/vocabulary.rules'
import { dayOrNull, encryptWords, openEach, openWords } from '@/lib/registers/register.data'
import { type Day, dayOf, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { columnsWhen, onColumns } from '@/lib/shared/when/columns.rules'
import type { AsylumEvent } from './event.rules'
import { type EventInput, toLetter } from './event.schema'
import { EVENT_KINDS, FORMS, GROUNDS, OUTCOMES, SHAPES, SUSPENSIVE } from './vocabulary.rules'

const columns = {
  id: true,
  caseId: true,
  applicationId: true,
  kind: true,
  outcome: true,
  form: true,
  ground: true,
  country: true,
  suspensive: true,
  onWhen: true,
  onText: true,
  notifiedOn: true,
  notification: true,
  letterOn: true,
  letterAmount: true,
  letterUnit: true,
  facts: true,
  concerns: true,
  replaces: true,
  wordsCipher: true,
  standsOn: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.AsylumEventSelect
type Row = Prisma.AsylumEventGetPayload<{ select: typeof columns }>

const coded = z.object({
  kind: storedCode(EVENT_KINDS),
  outcome: storedCode(OUTCOMES).nullable(),
  form: storedCode(FORMS).nullable(),
  ground: storedCode(GROUNDS).nullable(),
  suspensive: storedCode(SUSPENSIVE).nullable(),
  notification: storedCode(NOTIFICATIONS).nullable(),
  letterUnit: storedCode(LETTER_UNITS).nullable(),
  facts: z.array(storedCode(FACTS)),
})

export type EventRow = AsylumEvent & {
  readonly caseId: string
  /** The day as it was typed. */
  readonly typed: string
  /** What was written beside it. */
  readonly words: string
  readonly by: string
  readonly recordedAt: Date
}

/** Where the words beside an event stand: written once, encrypted with the key of the file. */
const wordsAt = (caseId: string, row: string) => ({ table: 'asylum_event', caseId, row })

const toEvent = async (work: Work, row: Row): Promise<EventRow> => {
  const { id, caseId, applicationId, country, concerns, replaces, wordsCipher } = row
  const { letterUnit, ...codes } = coded.parse(row)
  return {
    id,
    caseId,
    applicationId,
    country,
    concerns,
    replaces,
    ...codes,
    on: columnsWhen({ when: row.onWhen }),
    typed: row.onText ?? row.onWhen ?? '',
    notifiedOn: dayOrNull(row.notifiedOn),
    letter: letterOf({ ...row, letterOn: dayOrNull(row.letterOn), letterUnit }),
    standsOn: toDay(row.standsOn),
    words: await openWords(work, wordsAt(caseId, id), wordsCipher),
    by: row.creator.name,
    recordedAt: row.createdAt,
  }
}

/** Rows of events by a condition, newest first: every row, also those in whose place another one stands. */
export const listEventRows = async (work: Work, where: Prisma.AsylumEventWhereInput): Promise<EventRow[]> => {
  const rows = await work.tx.asylumEvent.findMany({
    where,
    select: columns,
    orderBy: [{ standsOn: 'desc' }, { id: 'desc' }],
    take: 1000,
  })
  return openEach(rows, (row) => toEvent(work, row))
}

export const listEvents = (work: Work, caseId: string): Promise<EventRow[]> => listEventRows(work, { caseId })

/** One event of a file. Throws NotFound. */
export const getEvent = async (work: Work, caseId: string, id: string): Promise<EventRow> => {
  const [event] = await listEventRows(work, { id, caseId })
  if (event === undefined) throw new NotFound()
  return event
}

type New = {
  readonly caseId: string
  readonly applicationId: string
  readonly kind: AsylumEvent['kind']
  readonly replaces: string | null
  readonly standsOn: Day
  readonly words: string
}

const insertRow = async (
  work: Work,
  { words, standsOn, ...row }: New & Partial<Omit<Prisma.AsylumEventCreateManyInput, keyof New>>,
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.asylumEvent.createMany({
    data: {
      ...row,
      id,
      wordsCipher: await encryptWords(work, wordsAt(row.caseId, id), words),
      standsOn: toDate(standsOn),
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}

const chosen = <T extends string>(value: T | '', isAsked: boolean): T | null =>
  isAsked && value !== '' ? value : null

/** Writes an event with its facts into a file that the caller has found within reach; only what its kind asks for is kept. */
export const insertEvent = async (work: Work, typed: EventInput, facts: readonly Fact[]): Promise<string> => {
  const { kind, caseId, applicationId, words } = typed
  const shape = SHAPES[kind]
  const on = onColumns(typed.on, 'document')
  const letter = toLetter(typed)
  const notifiedOn = chosen(typed.notifiedOn, shape.isNotified)
  return insertRow(work, {
    caseId,
    applicationId,
    kind,
    words,
    replaces: chosen(typed.replaces, true),
    standsOn: notifiedOn ?? (on.onFrom && toDay(on.onFrom)) ?? dayOf(work.now),
    outcome: chosen(typed.outcome, shape.outcomes.length > 0),
    form: chosen(typed.form, shape.forms.length > 0),
    ground: chosen(typed.ground, kind === 'cgrs_decision' && typed.outcome === 'inadmissible'),
    country: chosen(typed.country, shape.hasCountry),
    suspensive: chosen(typed.suspensive, kind === 'appeal'),
    ...on,
    notifiedOn: notifiedOn === null ? null : toDate(notifiedOn),
    notification: chosen(typed.notification, shape.isNotified),
    letterOn: letter?.kind === 'lastDay' ? toDate(letter.on) : null,
    letterAmount: letter?.kind === 'period' ? letter.amount : null,
    letterUnit: letter?.kind === 'period' ? letter.unit : null,
    facts: [...new Set(facts)],
    concerns: chosen(typed.concerns, shape.concerns.length > 0),
  })
}

/** Says of an event that it was a mistake, in a row of its own. */
export const insertTakenBack = (
  work: Work,
  event: Pick<EventRow, 'id' | 'caseId' | 'applicationId' | 'standsOn'>,
  { mistake, words }: { readonly mistake: string; readonly words: string },
): Promise<string> =>
  insertRow(work, {
    caseId: event.caseId,
    applicationId: event.applicationId,
    kind: 'taken_back',
    outcome: mistake,
    replaces: event.id,
    standsOn: event.standsOn,
    facts: [],
    words,
  })
