import { useLocale, useTranslations } from 'next-intl'
import { labelIn } from '@/lib/cases/word.view'
import type { OpenThing } from '@/lib/closings/open-thing.data'

/** What is still open in a file, in words: its kind and what it is about. */
export const useOpenLabels = (signalLabel: (code: string) => string) => {
  const t = useTranslations('closings')
  const locale = useLocale()
  const about = (thing: OpenThing): string => {
    switch (thing.kind) {
      case 'deadline':
        return locale === 'fr' || locale === 'nl' || locale === 'de' ? thing.title[locale] : thing.title.en
      case 'plan':
        return labelIn(thing.place, locale)
      case 'signal':
        return signalLabel(thing.code)
      case 'minor':
        return t(`minor.${thing.state}`, { name: thing.name })
      case 'referral':
        return thing.to
      case 'task':
      case 'step':
      case 'goal':
        return thing.text
    }
  }
  return { about, kind: (thing: Pick<OpenThing, 'kind'>) => t(`kind.${thing.kind}`) }
}
