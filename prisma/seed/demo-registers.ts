import type { Prisma } from '../../lib/db/generated/client'
import { addDays, type Day, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import type { Known } from './demo-people'
import type { Encrypter } from './encrypter'

type Tools = { readonly tx: Prisma.TransactionClient; readonly encrypter: Encrypter; readonly today: Day }

const firstOf = ({ caseId, worker }: Known) => {
  const id = newId()
  return { id, caseId, subjectId: id, revision: 1, createdBy: worker.id }
}

/** A lawyer who acts, and one who was asked for and is not granted yet. */
const insertMandates = async (
  { tx, encrypter, today }: Tools,
  granted: Known,
  asked: Known,
): Promise<void> => {
  const ago = (days: number): Date => toDate(addDays(today, -days))
  const lawyer = (of: Known, who: string, days: { askedOn: Date; grantedOn: Date | null }) => {
    const first = firstOf(of)
    return {
      ...first,
      aid: 'second_line',
      ...days,
      whoCipher: encrypter.encrypt({ kind: 'file', id: of.caseId }, 'legal_mandate', first.id, 'who', 1, who),
    }
  }
  await tx.legalMandate.createMany({
    data: [
      lawyer(granted, 'Maître Élise Renardy, Bruxelles', {
        askedOn: ago(480),
        grantedOn: ago(472),
      }),
      lawyer(asked, 'Maître Simon Claessens, Bruxelles', { askedOn: ago(22), grantedOn: null }),
    ],
  })
}

/** What someone told of themselves, and no authority knows yet. */
const insertNeed = async ({ tx, encrypter, today }: Tools, of: Known): Promise<void> => {
  const first = firstOf(of)
  const day = addDays(today, -12)
  const encrypt = (column: string, text: string) =>
    encrypter.encrypt({ kind: 'file', id: of.caseId }, 'special_need', first.id, column, 1, text)
  await tx.specialNeed.createMany({
    data: [
      {
        ...first,
        personId: of.personId,
        needCipher: encrypt('need', 'torture_violence'.padEnd(24)),
        source: 'said',
        onWhen: day,
        onFrom: toDate(day),
        onTo: toDate(day),
        onText: day,
        onBasis: 'said',
        wordsCipher: encrypt('words', 'Demande une pause et une interprète femme.'),
      },
    ],
  })
}

/** A person who asked about a return, and of whom we are not sure that they want it. */
const insertReturn = async ({ tx, today }: Tools, of: Known): Promise<void> => {
  const step = (kind: string, daysAgo: number, doubts: string[]) => {
    const day = addDays(today, -daysAgo)
    return {
      ...firstOf(of),
      matter: 'voluntary_return',
      kind,
      doubts,
      onWhen: day,
      onFrom: toDate(day),
      onTo: toDate(day),
      onText: day,
      onBasis: 'document',
    }
  }
  await tx.matterStep.createMany({
    data: [step('informed', 16, []), step('counselled', 9, ['no_shelter', 'in_haste'])],
  })
}

/** What stands beside the procedures of the demo. */
export const insertDemoRegisters = async (
  tools: Tools,
  { mine }: { readonly mine: readonly Known[] },
): Promise<void> => {
  const [granted, asked, returning] = mine.slice(20)
  if (granted === undefined || asked === undefined || returning === undefined) return
  await insertMandates(tools, granted, asked)
  await insertNeed(tools, asked)
  await insertReturn(tools, returning)
}
