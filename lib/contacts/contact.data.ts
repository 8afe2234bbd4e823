import 'server-only'
import * as z from 'zod'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { markOfNumber } from '@/lib/people/number.data'
import {
  dateOrNull,
  dayOrNull,
  nextRow,
  OLDEST_FIRST,
  openEach,
  readAt,
  sealAt,
} from '@/lib/registers/register.data'
import { MISTAKES, type Revised, standingOf } from '@/lib/registers/register.rules'
import { dayOf } from '@/lib/shared/dates'
import { CHANNELS, isNumber, isUsable, MESSAGES, OWNERS } from './contact.rules'
import type { ContactInput } from './contact.schema'

const table = 'safe_contact'
const columns = {
  id: true,
  caseId: true,
  subjectId: true,
  revision: true,
  mistake: true,
  personId: true,
  channel: true,
  owner: true,
  message: true,
  language: true,
  confirmedOn: true,
  endedOn: true,
  detailsCipher: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.SafeContactSelect
const coded = z.object({
  mistake: storedCode(MISTAKES).nullable(),
  channel: storedCode(CHANNELS),
  owner: storedCode(OWNERS),
  message: storedCode(MESSAGES),
})
const details = z.object({
  value: z.string(),
  whose: z.string(),
  hours: z.string(),
  mayKnow: z.string(),
  sayWeAre: z.string(),
  codeWord: z.string(),
  words: z.string(),
})

/** Damaged: nothing of it is guessed, and it stays in every list. */
const damagedDetails = (sentence: string): z.output<typeof details> => ({
  value: sentence,
  whose: '',
  hours: sentence,
  mayKnow: sentence,
  sayWeAre: sentence,
  codeWord: sentence,
  words: '',
})

const toContact = async (
  work: Work,
  { detailsCipher, creator, createdAt, ...row }: Prisma.SafeContactGetPayload<{ select: typeof columns }>,
) => {
  const place = { table, column: 'details', caseId: row.caseId, row: row.id }
  const opened = await readAt(work, place, detailsCipher, (text) => details.parse(JSON.parse(text)))
  return {
    ...row,
    ...coded.parse(row),
    ...(opened.ok ? opened.value : damagedDetails(await work.vault.sentence())),
    confirmedOn: dayOrNull(row.confirmedOn),
    endedOn: dayOrNull(row.endedOn),
    by: creator.name,
    recordedAt: createdAt,
  }
}
export type ContactRow = Awaited<ReturnType<typeof toContact>>

/** Every row about how the people of files within reach are reached, the oldest first. */
export const listContacts = async (work: Work, caseIds: readonly string[]): Promise<ContactRow[]> => {
  const rows = await work.tx.safeContact.findMany({
    where: { caseId: { in: [...caseIds] } },
    select: columns,
    ...OLDEST_FIRST,
  })
  return openEach(rows, (row) => toContact(work, row))
}

/** What may be used today, the latest confirmed first. */
export const listUsable = async (work: Work, caseIds: readonly string[]): Promise<ContactRow[]> =>
  standingOf(await listContacts(work, caseIds))
    .map(({ row }) => row)
    .filter((row) => isUsable(row, dayOf(work.now)))
    .sort((a, b) => ((a.confirmedOn ?? '') < (b.confirmedOn ?? '') ? 1 : -1))

/** Writes a row into a file that the caller has found within reach. */
export const insertContact = async (
  work: Work,
  input: ContactInput,
  before: ContactRow | null,
  mistake: Revised['mistake'] = null,
): Promise<Revised> => {
  const { caseId, personId, channel, owner, message, language, confirmedOn, endedOn } = input
  const next = nextRow(work, caseId, before, mistake)
  const place = { table, column: 'details', caseId, row: next.id }
  await work.tx.safeContact.createMany({
    data: [
      {
        ...next,
        personId,
        channel,
        owner,
        message,
        language: language === '' ? null : language,
        confirmedOn: dateOrNull(confirmedOn),
        endedOn: dateOrNull(endedOn),
        detailsCipher: await sealAt(work, place, JSON.stringify(details.parse(input))),
        // The database takes it off again in a sealed file.
        numberMark:
          isNumber(channel) && mistake === null ? markOfNumber('phone', input.value) : new Uint8Array(),
      },
    ],
  })
  return next
}
