import type { Prisma } from '../../lib/db/generated/client'
import { addDays, type Day, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import type { Organisation } from './demo-organisation'
import type { Known, Rows } from './demo-people'
import type { Encrypter } from './encrypter'

type Tools = {
  readonly tx: Prisma.TransactionClient
  readonly encrypter: Encrypter
  readonly today: Day
}

/** What two people of different offices said and allow a report to print, in the language of the colleague who wrote it down. */
const SAID = [
  { office: 'brussels', words: 'Le plus dur, c’est de ne pas savoir combien de temps cela va durer.' },
  { office: 'antwerp', words: 'Iedere week iemand die luistert, dat hield mij overeind.' },
] as const

/** Quotes for the annual report, each of an adult who also let us speak with a lawyer, with the consent that it needs. */
export const insertDemoQuotes = async (
  { tx, encrypter, today }: Tools,
  {
    followed,
    consents,
    teams,
  }: {
    readonly followed: readonly Known[]
    readonly consents: Rows['consent']
    readonly teams: Organisation['teams']
  },
): Promise<void> => {
  const agreed = consents.filter(({ purpose, answer }) => purpose === 'share' && answer === 'given')
  const on = toDate(addDays(today, -1))
  const at = new Date(on.getTime() + 18 * 3_600_000)
  for (const { office, words } of SAID) {
    const of = followed.findLast(
      ({ worker, personId }) =>
        worker.team === teams[office] && agreed.some((one) => one.personId === personId),
    )
    const asked = agreed.find(({ personId }) => personId === of?.personId)
    if (of === undefined || asked === undefined) throw new Error(`the demo has no adult to quote: ${office}`)
    await tx.consent.createMany({
      data: [
        {
          ...asked,
          id: newId(),
          purpose: 'quote',
          recipient: 'house',
          scopes: [],
          askedOn: on,
          createdAt: at,
        },
      ],
    })
    const id = newId()
    await tx.reportQuote.createMany({
      data: [
        {
          id,
          caseId: of.caseId,
          subjectId: id,
          revision: 1,
          personId: of.personId,
          speaker: 'person',
          saidDay: on,
          wordsCipher: encrypter.encrypt(
            { kind: 'file', id: of.caseId },
            'report_quote',
            id,
            'words',
            1,
            words,
          ),
          createdBy: of.worker.id,
          createdAt: at,
        },
      ],
    })
  }
}
