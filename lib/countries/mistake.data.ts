import 'server-only'
import * as z from 'zod'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { insertNotices, listAdmins } from '@/lib/notices/notice.data'
import { dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { rest } from '@/lib/shared/vocabulary'
import { bodyPath, countryPath, factPath } from './address.rules'
import { toNames } from './body.data'
import {
  MISTAKE_OUTCOMES,
  MISTAKE_SUBJECTS,
  type MistakeOutcome,
  type MistakeSubject,
  type ReportedMistake,
  type Subject,
} from './mistake.rules'
import { inFourLanguages } from './reference.schema'

/** The row of the reference data that is meant; null when there is none of that name. */
export const findSubject = async (
  work: Work,
  country: string,
  about: MistakeSubject,
  slug: string,
): Promise<Subject | null> => {
  if (about === 'fact') {
    const row = await work.tx.countryFact.findFirst({ where: { country, slug }, select: { label: true } })
    return row && { about, slug, label: inFourLanguages.parse(row.label), href: factPath({ country, slug }) }
  }
  if (about === 'law') {
    const row = await work.tx.law.findFirst({ where: { country, slug }, select: { title: true } })
    const href = `${countryPath(country, 'laws')}#${slug}`
    return row && { about, slug, label: inFourLanguages.parse(row.title), href }
  }
  rest(about, 'body')
  const row = await work.tx.actor.findFirst({
    where: { profile: country, slug },
    select: { name: true, officialNames: true },
  })
  return row && { about, slug, label: toNames(row), href: bodyPath(country, slug) }
}

/** The same. Throws NotFound when there is none. */
export const getSubject = async (...asked: Parameters<typeof findSubject>): Promise<Subject> => {
  const subject = await findSubject(...asked)
  if (subject === null) throw new NotFound()
  return subject
}

/** What was reported for a country, newest first: an admin reads all of it, anyone else their own (row-level security). */
export const listMistakes = async (
  work: Work,
  country: string,
  { onlyMine }: { readonly onlyMine: boolean },
): Promise<readonly ReportedMistake[]> => {
  const name = { select: { name: true } }
  const rows = await work.tx.reportedMistake.findMany({
    where: { country, ...(onlyMine ? { createdBy: work.actor.id } : {}) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { creator: name, answerer: name },
  })
  const mistakes: ReportedMistake[] = []
  for (const row of rows)
    mistakes.push({
      id: row.id,
      subject: await findSubject(work, country, MISTAKE_SUBJECTS.read(row.about), row.slug),
      slug: row.slug,
      words: row.words,
      address: row.sourceAddress,
      by: row.creator.name,
      on: dayOf(row.createdAt),
      outcome: MISTAKE_OUTCOMES.readOrNull(row.outcome),
      answer: row.answer,
      answeredBy: row.answerer?.name ?? null,
    })
  return mistakes
}

/** Writes down what is wrong and tells the admins. */
export const insertMistake = async (
  work: Work,
  said: {
    readonly country: string
    readonly about: MistakeSubject
    readonly slug: string
    readonly words: string
    readonly sourceAddress: string | null
  },
): Promise<string> => {
  const id = newId(work.now.getTime())
  await work.tx.reportedMistake.createMany({
    data: [
      {
        id,
        ...said,
        organisationId: work.actor.organisationId,
        createdBy: work.actor.id,
        createdAt: work.now,
      },
    ],
  })
  await insertNotices(work, 'mistake_reported', await listAdmins(work))
  return id
}

const said = z.array(z.object({ said: z.enum(['ok', 'notFound', 'answered']) })).length(1)

/** What an admin did about it; the one who reported it is told. */
export const answerMistake = async (
  work: Work,
  { mistakeId, outcome, answer }: { mistakeId: string; outcome: MistakeOutcome; answer: string },
): Promise<'ok' | 'notFound' | 'answered'> => {
  const [row] = said.parse(
    await work.tx.$queryRaw`SELECT app.answer_mistake(${mistakeId}::uuid, ${outcome}, ${answer}) AS said`,
  )
  if (row?.said !== 'ok') return row?.said ?? 'notFound'
  const reported = await work.tx.reportedMistake.findUniqueOrThrow({
    where: { id: mistakeId },
    select: { createdBy: true },
  })
  await insertNotices(work, 'mistake_answered', [reported.createdBy])
  return 'ok'
}
