import 'server-only'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Work } from '@/lib/db/work'
import type { Locale } from '@/lib/i18n/locales'
import { openEach } from '@/lib/registers/register.data'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { answerBy, CORRECTION_STATES } from './request.rules'

type Request = {
  readonly caseId: string
  readonly personId: string
  readonly askedOn: Day
  readonly words: string
}

const at = (
  table: 'access_extract' | 'correction',
  caseId: string,
  row: string,
  column: 'words' | 'answer',
) => placeInFile(caseId, { table, row, column })

export const isInFile = async (work: Work, { caseId, personId }: Pick<Request, 'caseId' | 'personId'>) =>
  (await work.tx.casePerson.count({ where: { caseId, personId } })) > 0

export const insertExtract = async (
  work: Work,
  input: Request & { readonly language: Locale },
): Promise<string> => {
  const id = newId(work.now.getTime())
  const { caseId, personId, askedOn, words, language } = input
  const wordsCipher = await work.fieldCrypto.encrypt(at('access_extract', caseId, id, 'words'), words)
  const row = { id, caseId, personId, language, askedOn: toDate(askedOn), wordsCipher }
  await work.tx.accessExtract.createMany({
    data: { ...row, createdBy: work.actor.id, createdAt: work.now },
  })
  return id
}

/** Who asked what is kept of them, the latest first. */
export const listExtracts = async (work: Work, caseId: string) => {
  const rows = await work.tx.accessExtract.findMany({
    where: { caseId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
    include: { creator: { select: { name: true } } },
  })
  return openEach(rows, async ({ id, personId, askedOn, createdAt, creator, wordsCipher }) => ({
    id,
    personId,
    askedOn: toDay(askedOn),
    at: createdAt,
    by: creator.name,
    words: await work.fieldCrypto.open(at('access_extract', caseId, id, 'words'), wordsCipher),
  }))
}
export type ExtractRow = Awaited<ReturnType<typeof listExtracts>>[number]

export const insertCorrection = async (
  work: Work,
  { caseId, personId, askedOn, words }: Request,
): Promise<string> => {
  const id = newId(work.now.getTime())
  const wordsCipher = await work.fieldCrypto.encrypt(at('correction', caseId, id, 'words'), words)
  const row = { id, caseId, personId, askedOn: toDate(askedOn), wordsCipher }
  await work.tx.correction.createMany({ data: { ...row, createdBy: work.actor.id, createdAt: work.now } })
  return id
}

/** False when it is not there, or answered already. */
export const answerCorrectionRow = async (
  work: Work,
  input: {
    readonly caseId: string
    readonly correctionId: string
    readonly state: 'done' | 'refused'
    readonly words: string
  },
): Promise<boolean> => {
  const { caseId, correctionId: id, state, words } = input
  const { count } = await work.tx.correction.updateMany({
    where: { id, caseId, state: 'asked' },
    data: {
      state,
      answerCipher: await work.fieldCrypto.encrypt(at('correction', caseId, id, 'answer'), words),
      answeredBy: work.actor.id,
      answeredAt: work.now,
    },
  })
  return count === 1
}

/** What someone asked to be put right, the latest first, with what was answered. */
export const listCorrections = async (work: Work, caseId: string) => {
  const rows = await work.tx.correction.findMany({
    where: { caseId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
    include: { answerer: { select: { name: true } } },
  })
  return openEach(
    rows,
    async ({ id, personId, askedOn, state, wordsCipher, answerCipher, answerer, answeredAt }) => ({
      id,
      personId,
      askedOn: toDay(askedOn),
      answerBy: answerBy(toDay(askedOn)),
      state: CORRECTION_STATES.read(state),
      words: await work.fieldCrypto.open(at('correction', caseId, id, 'words'), wordsCipher),
      answer:
        answerCipher === null || answeredAt === null
          ? null
          : {
              words: await work.fieldCrypto.open(at('correction', caseId, id, 'answer'), answerCipher),
              by: answerer?.name ?? '',
              at: answeredAt,
            },
    }),
  )
}
export type CorrectionRow = Awaited<ReturnType<typeof listCorrections>>[number]
