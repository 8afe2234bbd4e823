import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '@/components/forms/reply'
import { formatTime } from '@/components/ui/time'
import type { Danger } from '@/lib/cases/danger.rules'
import type { Locale } from '@/lib/i18n/locales'
import type { Prepared } from '@/lib/planning/prepare-visit.data'
import { type ToWords, toCentreChoices, toWritingProps } from '@/lib/planning/roster.view'
import { ChooseCentre } from './choose-centre'
import { VisitForm } from './visit-form'

/** What our files know of someone, said here so that the form does not carry the words with it. */
const useWords = (): ToWords => {
  const t = useTranslations('detention.form')
  const why = useTranslations('cases.why')
  const locale = useLocale()
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
  return ({ danger, treatedAsMinor, lastMetOn, country, saysAge }) => {
    const alerts = [danger === null ? null : toAlert(danger), treatedAsMinor ? t('minor') : null]
    const known = [
      lastMetOn === null ? t('neverMet') : t('lastMet', { day: formatTime(locale, lastMetOn, 'short') }),
      country,
      saysAge === null ? null : t('says', { age: saysAge }),
    ]
    return {
      alert: alerts.filter((part) => part !== null).join(' · ') || null,
      known: known.filter((part) => part !== null).join(' · '),
    }
  }
}

/** Recording a visit: first which centre, then the form, with what is known of the centre below it (children). */
export const RecordVisit = ({
  prepared,
  actorId,
  locale,
  send,
  children,
}: {
  prepared: Prepared
  actorId: string
  locale: Locale
  send: FormAction<{ visitId: string }>
  children: ReactNode
}) => {
  const writing = toWritingProps(prepared, { actorId, locale, toWords: useWords() })
  if (writing === null || writing.teams.length === 0)
    return <ChooseCentre centres={toCentreChoices(prepared, locale)} hasTeam={prepared.teams.length > 0} />
  return (
    <>
      <VisitForm {...writing} send={send} />
      {children}
    </>
  )
}
