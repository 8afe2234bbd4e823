import type { Prisma } from '../../lib/db/generated/client'
import { type Day, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import type { Rows } from './demo-people'

type Asked = Pick<
  Prisma.ConsentCreateManyInput,
  'caseId' | 'personId' | 'language' | 'isMinor' | 'createdBy' | 'createdAt'
> & { on: Day; isMinor: boolean }

/** Whether we may speak with their lawyer: by number, of seven adults five agreed, one refused and one was never asked. */
export const addLawyerAnswer = (rows: Pick<Rows, 'person' | 'consent'>, { on, ...of }: Asked): void => {
  const number = rows.person.length % 7
  if (number === 3) return
  rows.consent.push({
    ...of,
    id: newId(),
    purpose: 'share',
    recipient: 'kind:lawyer',
    scopes: ['identity', 'contact', 'procedure', 'detention'],
    answer: number === 5 ? 'refused' : 'given',
    askedOn: toDate(on),
    interpreter: 'present',
    form: 'spoken',
    givenBy: 'self',
    childView: null,
  })
}

/** Whether they may be counted: by number and not by chance, of twenty people one refused and one was never asked. */
export const addAnswer = (rows: Pick<Rows, 'person' | 'consent'>, { on, isMinor, ...of }: Asked): void => {
  const number = rows.person.length % 20
  if (number === 12) return
  rows.consent.push({
    ...of,
    id: newId(),
    purpose: 'statistics',
    recipient: 'house',
    scopes: [],
    answer: number === 5 ? 'refused' : 'given',
    askedOn: toDate(on),
    interpreter: 'present',
    form: 'spoken',
    givenBy: isMinor ? 'guardian' : 'self',
    isMinor,
    childView: isMinor ? (number === 5 ? 'disagrees' : 'agrees') : null,
  })
}
