import { markNumber } from '@/lib/people/number.data'
import type { Prisma } from '../../lib/db/generated/client'
import { addDays, type Day, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import type { Known } from './demo-people'
import type { Encrypter } from './encrypter'

type Safe = {
  readonly owner: 'own' | 'shared' | 'relative'
  readonly message: 'never' | 'neutral' | 'any'
  readonly details: Readonly<
    Record<'value' | 'whose' | 'hours' | 'mayKnow' | 'sayWeAre' | 'codeWord', string>
  >
}

/** Numbers that no one has, each with what is safe about it. */
const SAFE: readonly Safe[] = [
  {
    owner: 'shared',
    message: 'never',
    details: {
      value: '0400 00 00 11',
      whose: 'compagnon de chambre',
      hours: 'après 18 h, jamais le vendredi',
      mayKnow: '',
      sayWeAre: 'le cabinet dentaire',
      codeWord: 'mandarine',
    },
  },
  {
    owner: 'own',
    message: 'neutral',
    details: { value: '0400 00 00 12', whose: '', hours: '', mayKnow: '', sayWeAre: '', codeWord: '' },
  },
  {
    owner: 'relative',
    message: 'any',
    details: {
      value: '0400 00 00 13',
      whose: 'tante',
      hours: 'en journée',
      mayKnow: 'la tante',
      sayWeAre: '',
      codeWord: '',
    },
  },
]

/** How some people of the demo are reached without harm. */
export const insertDemoContacts = async (
  tx: Prisma.TransactionClient,
  {
    known,
    today,
    encrypter,
  }: { readonly known: readonly Known[]; readonly today: Day; readonly encrypter: Encrypter },
): Promise<void> => {
  const rows = known.flatMap(({ caseId, personId, worker }, index) => {
    const safe = SAFE[index % SAFE.length]
    if (safe === undefined) return []
    const { owner, message, details } = safe
    const id = newId()
    return [
      {
        id,
        subjectId: id,
        revision: 1,
        caseId,
        personId,
        channel: 'phone',
        owner,
        message,
        language: 'fr',
        confirmedOn: toDate(addDays(today, -6 - index)),
        createdBy: worker.id,
        ...markNumber('phone', details.value),
        detailsCipher: encrypter.encrypt(
          { kind: 'file', id: caseId },
          'safe_contact',
          id,
          'details',
          1,
          JSON.stringify({ ...details, words: '' }),
        ),
      },
    ]
  })
  await tx.safeContact.createMany({ data: rows })
}
