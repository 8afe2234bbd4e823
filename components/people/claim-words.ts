import { useTranslations } from 'next-intl'
import type { Said } from '@/lib/people/withdrawal.rules'
import { usePersonWords } from './person-words'

/** One thing that was said about someone, with what it is about. */
export const useClaimWords = (): ((said: Said) => string) => {
  const t = useTranslations('people.withdraw.said')
  const words = usePersonWords()
  const what = (said: Said): string => {
    switch (said.kind) {
      case 'name':
      case 'mark':
        return said.text
      case 'age':
        return words.age(said.claim)
      case 'nationality':
        return words.heldNationality(said.claim)
      case 'origin':
        return words.origin(said.claim)
      case 'language':
        return words.language(said)
    }
  }
  return (said) => t(said.kind, { what: what(said) })
}
