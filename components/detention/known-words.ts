import type { useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { Danger } from '@/lib/cases/danger.rules'
import type { ToWords } from '@/lib/planning/roster.view'

type FormWords = ReturnType<typeof useTranslations<'detention.form'>>
type WhyWords = ReturnType<typeof useTranslations<'cases.why'>>

/** What our files know of someone, in the reader's words. */
export const knownWords = ({
  t,
  why,
  locale,
}: {
  readonly t: FormWords
  readonly why: WhyWords
  readonly locale: string
}): ToWords => {
  const toAlert = ({ reason, on }: Danger): string | null => {
    switch (reason) {
      // That someone waits is said by the day on which they were last seen; what is to be done is no danger.
      case 'unseen':
      case 'silence':
      case 'step':
      case 'task':
      case 'rest':
        return null
      case 'critical':
      case 'missing':
      case 'act':
      case 'actPassed':
      case 'removal':
      case 'removalPassed':
      case 'removalUndated':
      case 'seriousMinor':
      case 'seriousHeld':
      case 'serious':
        return why(reason, { on: on === null ? '' : formatTime(locale, on, 'short') })
    }
  }
  return ({ danger, treatedAsMinor, lastMetOn, country, saysAge, section }) => {
    const alerts = [danger === null ? null : toAlert(danger), treatedAsMinor ? t('minor') : null]
    // What helps to recognise them first: a phone cuts the end. Who was seen last time is under a heading that says so.
    const known = [
      saysAge === null ? null : t('says', { age: saysAge }),
      country,
      section === 'last'
        ? null
        : lastMetOn === null
          ? t('neverMet')
          : t('lastMet', { day: formatTime(locale, lastMetOn, 'short') }),
    ]
    return {
      alert: alerts.filter((part) => part !== null).join(' · ') || null,
      known: known.filter((part) => part !== null).join(' · '),
    }
  }
}
