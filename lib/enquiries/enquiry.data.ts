import 'server-only'
import { listOpenOffices } from '@/lib/cases/open-office.data'
import { listWords } from '@/lib/cases/word.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { dayOf, toDate, toDay } from '@/lib/shared/dates'
import { isUuid, newId } from '@/lib/shared/ids'
import { ENQUIRY_WAYS, TOPICS } from './enquiry.rules'
import type { EnquiryInput } from './enquiry.schema'

/** As many as a page shows; the figures are in the reports. */
const PAGE = 15

/** What counts, of oneself and of the offices one leads. Row-level security says the same. */
const current = ({ actor }: Work) => ({
  takenBackAt: null,
  OR: [{ createdBy: actor.id }, { teamId: { in: [...actor.leads] } }],
})
const select = {
  id: true,
  way: true,
  onDay: true,
  topic: true,
  nationality: true,
  language: true,
  people: true,
  creator: { select: { name: true } },
  // As far as the reader reaches them: an enquiry tells of no other file.
  files: { select: { id: true, code: true }, orderBy: { id: 'asc' } },
} as const

/** Enquiries within reach, the last recorded first, from one of them on, and what a new one may say. */
export const readEnquiries = async (work: Work, before: string | null = null) => {
  const rows = await work.tx.enquiry.findMany({
    where: { ...current(work), ...(before === null ? {} : { id: { lt: before } }) },
    select,
    orderBy: { id: 'desc' },
    take: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  return {
    enquiries: shown.map(({ way, onDay, creator, ...row }) => ({
      ...row,
      way: ENQUIRY_WAYS.read(way),
      on: toDay(onDay),
      by: creator.name,
    })),
    /** Before which there are more. */
    more: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
    words: await listWords(work, [TOPICS]),
    teams: await listOpenOffices(work, work.actor.teams),
    today: dayOf(work.now),
  }
}
export type Enquiries = Awaited<ReturnType<typeof readEnquiries>>

/** One enquiry within reach, for the file that is opened from it. Null when there is none. */
export const findEnquiry = async (work: Work, enquiryId: string) =>
  isUuid(enquiryId)
    ? work.tx.enquiry.findFirst({
        where: { ...current(work), id: enquiryId },
        select: { id: true, nationality: true, language: true },
      })
    : null

export const isTopic = async (work: Work, topic: string): Promise<boolean> =>
  (await listWords(work, [TOPICS])).some(({ code, validTo }) => code === topic && validTo === null)

export const insertEnquiry = async (work: Work, input: EnquiryInput): Promise<string> => {
  const id = newId(work.now.getTime())
  const { teamId, way, on, topic, people, nationality, language } = input
  await work.tx.enquiry.createMany({
    data: {
      id,
      teamId,
      way,
      onDay: toDate(on),
      topic,
      people: Number(people),
      nationality: nationality === '' ? null : nationality,
      language: language === '' ? null : language,
      createdBy: work.actor.id,
      createdAt: work.now,
    },
  })
  return id
}

/** It was a mistake. Throws NotFound when it is out of reach or was taken back already. */
export const takeBack = async (work: Work, enquiryId: string): Promise<void> => {
  const { count } = await work.tx.enquiry.updateMany({
    where: { ...current(work), id: enquiryId },
    data: { takenBackAt: work.now },
  })
  if (count === 0) throw new NotFound()
}
