import type { Prisma } from '../../lib/db/generated/client'
import { bornWhenAged } from '../../lib/people/age.rules'
import { addDays, type Day, daysBetween, toDate } from '../../lib/shared/dates'
import { insertDemoClock } from './demo-deadlines'
import { newCode, newId } from './demo-ids'
import { nameOfChild } from './demo-origins'
import type { Known } from './demo-people'
import type { Encrypter } from './encrypter'

type Told = Partial<
  Omit<
    Prisma.DetentionEventCreateManyInput,
    'id' | 'caseId' | 'episodeId' | 'kind' | 'authorId' | 'textCipher'
  >
> & { readonly kind: string; readonly day: Day; readonly text?: string }

/** The shortest stay that has room for an order, a refused flight and a new order. */
const ROOM = 42

const toEvent = (of: Known, episodeId: string, encrypter: Encrypter, { day, text, ...told }: Told) => {
  const id = newId()
  const on = toDate(day)
  return {
    id,
    caseId: of.caseId,
    episodeId,
    onWhen: day,
    onFrom: on,
    onTo: on,
    onText: day,
    onBasis: 'document',
    ...told,
    textCipher:
      text === undefined
        ? null
        : encrypter.encrypt({ kind: 'file', id: of.caseId }, 'detention_event', id, 'text', 1, text),
    authorId: of.worker.id,
    createdAt: new Date(on.getTime() + 15 * 3_600_000),
  } satisfies Prisma.DetentionEventCreateManyInput
}

/** A man whose flight was refused: his stay becomes an episode with orders, petitions and clocks. */
const insertRefusedFlight = async (
  tx: Prisma.TransactionClient,
  { of, today, encrypter }: { of: Known; today: Day; encrypter: Encrypter },
): Promise<void> => {
  const episodeId = newId()
  const again = addDays(today, -25)
  const decided = addDays(today, -8)
  const order = { kind: 'ordered', ground: 'art_7' }
  const court = { court: 'council_chamber' }
  const events = [
    { ...order, orderKind: 'initial', day: of.since, printedEnd: toDate(addDays(of.since, 59)) },
    { kind: 'petition_filed', ...court, day: addDays(of.since, 6) },
    {
      kind: 'petition_decided',
      ...court,
      petitionOutcome: 'rejected',
      day: addDays(of.since, 11),
      text: 'La chambre du conseil a jugé la décision légale.',
    },
    {
      kind: 'removal_ended',
      removalKind: 'repatriation',
      removalOutcome: 'refused_by_person',
      escort: 'to_the_door',
      day: addDays(again, -1),
      text: 'A refusé de monter, sans violence.',
    },
    {
      ...order,
      orderKind: 'new_after_refusal',
      day: again,
      printedEnd: toDate(addDays(again, 60)),
    },
    { kind: 'petition_filed', ...court, day: addDays(decided, -4) },
    { kind: 'petition_decided', ...court, petitionOutcome: 'rejected', day: decided },
  ].map((told) => toEvent(of, episodeId, encrypter, told))
  await tx.detentionEpisode.createMany({
    data: [{ id: episodeId, caseId: of.caseId, arrestContext: 'police_check', createdBy: of.worker.id }],
  })
  // One statement for all needs the same columns in each row.
  for (const event of events) await tx.detentionEvent.createMany({ data: [event] })
  await tx.placeStay.updateMany({
    where: { caseId: of.caseId, personId: of.personId, until: null },
    data: { episodeId },
  })
  const causeOf = (index: number) => ({ kind: 'detention_event', id: events[index]?.id ?? '' }) as const
  await insertDemoClock(tx, of, { event: 'first_detention_began', on: of.since, cause: causeOf(0) })
  const facts = ['detained'] as const
  await insertDemoClock(tx, of, { event: 'return_detention_ordered', on: again, cause: causeOf(4), facts })
  await insertDemoClock(tx, of, { event: 'petition_decided', on: decided, cause: causeOf(6) })
}

const CHILDREN = [
  { sex: 'f', age: 9, basis: 'document' },
  { sex: 'm', age: 15, basis: 'said' },
] as const

/** Two children beside a person whose file is no other office's: a family in a return home. */
const insertFamily = async (
  tx: Prisma.TransactionClient,
  { of, today, encrypter, home }: { of: Known; today: Day; encrypter: Encrypter; home: string },
): Promise<void> => {
  const episodeId = newId()
  const since = addDays(today, -9)
  await tx.detentionEpisode.createMany({
    data: [{ id: episodeId, caseId: of.caseId, arrestContext: 'home', createdBy: of.worker.id }],
  })
  const event = toEvent(of, episodeId, encrypter, {
    kind: 'ordered',
    ground: 'art_7',
    orderKind: 'initial',
    day: since,
    printedEnd: toDate(addDays(since, 60)),
  })
  await tx.detentionEvent.createMany({ data: [event] })
  const children = CHILDREN.map((child) => ({
    ...child,
    personId: newId(),
    name: nameOfChild(of, child.sex),
  }))
  for (const { name, sex, age, basis, personId } of children) {
    await tx.person.createMany({ data: [{ id: personId, code: newCode(), sex, createdBy: of.worker.id }] })
    await tx.casePerson.createMany({
      data: [{ caseId: of.caseId, personId, role: 'child', basis, since: toDate(since) }],
    })
    await tx.personName.createMany({
      data: [{ id: newId(), personId, kind: 'as_said', text: name, saidOn: toDate(since) }],
    })
    const born = bornWhenAged(age, since)
    await tx.ageClaim.createMany({
      data: [
        {
          id: newId(),
          personId,
          basis: 'said',
          ageYears: age,
          asOf: toDate(since),
          bornEarliest: toDate(born.bornEarliest),
          bornLatest: toDate(born.bornLatest),
        },
      ],
    })
  }
  await tx.placeStay.updateMany({
    where: { caseId: of.caseId, until: null },
    data: { until: toDate(since) },
  })
  for (const personId of [of.personId, ...children.map((child) => child.personId)])
    await tx.placeStay.createMany({
      data: [{ id: newId(), caseId: of.caseId, personId, placeId: home, since: toDate(since), episodeId }],
    })
  await insertDemoClock(tx, of, {
    event: 'return_detention_ordered',
    on: since,
    cause: { kind: 'detention_event', id: event.id },
    facts: ['detained'],
  })
}

/** Detention as the application keeps it: a man after a refused flight, and a family in a return home beside him. */
export const insertDemoDetention = async (
  tx: Prisma.TransactionClient,
  {
    mine,
    family,
    today,
    encrypter,
  }: { mine: readonly Known[]; family: Known | undefined; today: Day; encrypter: Encrypter },
): Promise<void> => {
  const held = mine.slice(2, 20).find(({ since }) => daysBetween(since, today) >= ROOM)
  if (held !== undefined) await insertRefusedFlight(tx, { of: held, today, encrypter })
  const home = await tx.place.findFirst({ where: { slug: 'fitt-tubize' }, select: { id: true } })
  if (family !== undefined && home !== null)
    await insertFamily(tx, { of: family, today, encrypter, home: home.id })
}
