import { useTranslations } from 'next-intl'
import type { Statement } from '@/lib/people/withdrawal.rules'
import { usePersonLabels } from './person-labels'

/** One thing that was said about someone, with what it is about. */
export const useClaimLabels = (): ((said: Statement) => string) => {
  const t = useTranslations('people.withdraw.said')
  const labels = usePersonLabels()
  const what = (said: Statement): string => {
    switch (said.kind) {
      case 'name':
      case 'mark':
        return said.text
      case 'age':
        return labels.age(said.claim)
      case 'nationality':
        return labels.heldNationality(said.claim)
      case 'origin':
        return labels.origin(said.claim)
      case 'language':
        return labels.language(said)
    }
  }
  return (said) => t(said.kind, { what: what(said) })
}
