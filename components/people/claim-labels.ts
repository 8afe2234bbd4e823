import { useTranslations } from 'next-intl'
import type { Statement } from '@/lib/people/withdrawal.rules'
import { usePersonLabels } from './person-labels'

/** One thing that was said about someone. */
export const useClaimWords = (): ((said: Statement) => string) => {
  const numbers = useTranslations('people.number')
  const labels = usePersonLabels()
  return (statement) => {
    switch (statement.kind) {
      case 'name':
      case 'mark':
        return statement.text
      case 'number':
        return `${numbers(statement.of)}: ${statement.text}`
      case 'age':
        return labels.age(statement.claim)
      case 'nationality':
        return labels.heldNationality(statement.claim)
      case 'origin':
        return labels.origin(statement.claim)
      case 'language':
        return labels.language(statement)
    }
  }
}

/** The same with what it is about. */
export const useClaimLabels = (): ((said: Statement) => string) => {
  const t = useTranslations('people.withdraw.said')
  const what = useClaimWords()
  return (statement) => t(statement.kind, { what: what(statement) })
}
