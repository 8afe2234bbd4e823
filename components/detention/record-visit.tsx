import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '@/components/forms/reply'
import type { Locale } from '@/lib/i18n/locales'
import type { Prepared } from '@/lib/planning/prepare-visit.data'
import { type ToWords, toCentreChoices, toWritingProps } from '@/lib/planning/roster.view'
import { ChooseCentre } from './choose-centre'
import { knownWords } from './known-words'
import { VisitOnline } from './visit-online'

/** Said here so that the form does not carry the words with it. */
const useWords = (): ToWords =>
  knownWords({
    t: useTranslations('detention.form'),
    why: useTranslations('cases.why'),
    locale: useLocale(),
  })

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
      <VisitOnline writing={writing} send={send} />
      {children}
    </>
  )
}
