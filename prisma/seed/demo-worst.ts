import { type Day, toDate } from '../../lib/shared/dates'
import { newId } from './demo-ids'
import { bornBetween, type Rows } from './demo-people'

export const WORRY = 'Youssef Amrani'

/** The person whom everyone worries about: how old he is depends on whom one asks, and one of his names is in another script. */
export const describeWorst = (rows: Rows, personId: string, today: Day): void => {
  const isOther = (row: { readonly personId: string }): boolean => row.personId !== personId
  rows.ageClaim = rows.ageClaim.filter(isOther)
  rows.ageClaim.push(
    ...(
      [
        ['said', 17],
        ['authority', 21],
      ] as const
    ).map(([basis, ageYears]) => ({
      id: newId(),
      personId,
      basis,
      ageYears,
      asOf: toDate(today),
      ...bornBetween(today, ageYears),
    })),
  )
  rows.person = rows.person.map((row) =>
    row.id === personId ? { ...row, sex: 'm', interpreterNeed: 'yes' } : row,
  )
  rows.personName = rows.personName.filter(isOther)
  rows.personName.push(
    ...(
      [
        ['as_said', WORRY],
        ['other_script', 'يوسف العمراني'],
        ['alias', 'Yusuf Al Omrani'],
      ] as const
    ).map(([kind, text]) => ({ id: newId(), personId, kind, text })),
  )
  rows.nationality = rows.nationality.filter(isOther)
  rows.nationality.push({ id: newId(), personId, country: 'MA', certainty: 'said' })
  rows.personLanguage = rows.personLanguage.filter(isOther)
  rows.personLanguage.push({ id: newId(), personId, language: 'ar', level: 'fluent' })
}
