import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import {
  type PublicQuestion,
  publishHref,
  toPublicPeriod,
  toPublicQuestions,
} from '@/lib/reporting/public.rules'
import type { Question } from '@/lib/reporting/question.rules'
import type { Wording } from '@/lib/reporting/wording.view'
import type { Day } from '@/lib/shared/dates'
import { findPeriod } from '@/lib/statistics/period.rules'
import { toPeriodView } from '@/lib/statistics/statistic.view'
import { toTitle } from '@/lib/statistics/title.view'

/** The nearest public questions by name, with the period; a link to them for who may publish. */
export const Publishable = ({
  questions,
  period,
  mayPublish,
  children,
}: {
  questions: readonly Pick<PublicQuestion, 'code'>[]
  period: ReturnType<typeof toPublicPeriod>
  mayPublish: boolean
  /** What became coarser, and what has no public version. */
  children?: ReactNode
}) => {
  const t = useTranslations('reporting.publish')
  const statistics = useTranslations('statistics')
  const locale = useLocale()
  const titleOf = (code: string): string => toTitle(code, statistics, locale, (_, node) => node)
  const [first, ...others] = questions
  const days = period === null ? null : findPeriod(period.code)
  const view = days === null ? null : toPeriodView(days)
  return (
    <Section title={t('title')}>
      <p className="text-sm">{t('text')}</p>
      {first === undefined ? null : <p className="mt-2 font-semibold">{titleOf(first.code)}</p>}
      {first !== undefined && view !== null ? (
        <p className="text-sm text-muted">
          {view.quarter === null
            ? statistics('period.year', { year: view.year })
            : statistics('period.quarter', { number: view.quarter, year: view.year })}
          {period?.isSame === true ? null : ` (${t('nearestPeriod')})`}
        </p>
      ) : null}
      {first !== undefined && view === null ? <p className="text-sm text-muted">{t('noPeriod')}</p> : null}
      {children}
      {first === undefined ? null : (
        <p className="mt-2">
          {mayPublish ? (
            <LinkButton
              href={publishHref(first.code, period?.code ?? null)}
              className="w-full justify-center text-center"
            >
              {t('to')}
            </LinkButton>
          ) : (
            <span className="text-sm">{t('ask')}</span>
          )}
        </p>
      )}
      {others.length === 0 ? null : (
        <Fold label={t('others')}>
          <ul className="text-sm">
            {others.map(({ code }) => (
              <li key={code}>
                {mayPublish ? (
                  <Link href={publishHref(code, period?.code ?? null)} className="inline-block py-3 sm:py-1">
                    {titleOf(code)}
                  </Link>
                ) : (
                  titleOf(code)
                )}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Section>
  )
}

/** What of a report can be published, and how near to it. */
export const Publish = ({
  question,
  today,
  wording,
  mayPublish,
}: {
  question: Question
  today: Day
  wording: Wording
  mayPublish: boolean
}) => {
  const t = useTranslations('reporting.publish')
  const listed = new Intl.ListFormat(useLocale())
  const { questions, none, own } = toPublicQuestions(question)
  const [first] = questions
  const dropped = first?.dropped ?? []
  return (
    <Publishable questions={questions} period={toPublicPeriod(question, today)} mayPublish={mayPublish}>
      {first === undefined || first.isSame ? null : (
        <p className="mt-1 text-sm">
          {dropped.length === 0
            ? t('nearest')
            : t('coarser', {
                dimensions: listed.format(dropped.map(wording.dimension)),
                count: dropped.length,
              })}
        </p>
      )}
      {own.length === 0 ? null : (
        <p className="mt-1 text-sm">
          {t('own', { dimensions: listed.format(own.map(wording.dimension)), count: own.length })}
        </p>
      )}
      {none.length === 0 || (first === undefined && own.length > 0) ? null : (
        <p className="mt-1 text-sm text-muted">
          {t(first === undefined ? 'none' : 'partly', {
            columns: listed.format(none.map(wording.column)),
            count: none.length,
          })}
        </p>
      )}
    </Publishable>
  )
}
