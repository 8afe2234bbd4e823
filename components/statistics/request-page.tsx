import { useLocale, useTranslations } from 'next-intl'
import { TabWords } from '@/components/layout/tab-labels'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-link'
import { formatTime } from '@/components/ui/time'
import { toWantedCode } from '@/lib/statistics/request.rules'
import type { RequestPage as Data } from '@/lib/statistics/request-desk.data'
import { toPeriodView } from '@/lib/statistics/statistic.view'
import { toTitle } from '@/lib/statistics/title.view'
import { type ReferenceLabels, toLabels } from '@/lib/statistics/wording.view'
import { AnswerForm } from './answer-form'
import { Facts } from './facts'
import { FactsCard } from './facts-card'
import { LedgerCard } from './ledger-card'
import { stateTag } from './requests-page'
import { Seconds } from './seconds'
import { usePeriodLabels } from './use-period-labels'

/** One request as both admins read it: what would leave, to whom and what for, and what the second one says. */
export const RequestPage = ({
  data: { request, names, isOwn, ledger, seconds },
  reference,
}: {
  data: Data
  reference: ReferenceLabels
}) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const inPeriod = usePeriodLabels()
  const labelOf = toLabels(locale, reference, t)
  const words = t('request.by', {
    name: names.get(request.askedBy) ?? '–',
    day: formatTime(locale, request.askedAt, 'day'),
  })
  return (
    <>
      <p data-print="no">
        <TextLink href="/statistics/requests">{t('request.all')}</TextLink>
      </p>
      <TabWords words={t('request.one')} />
      <h1 className="mt-2">{toTitle(toWantedCode(request.wanted), t, locale, labelOf)}</h1>
      <p className="mt-1">
        <Tag kind={stateTag[request.state]}>{t(`request.states.${request.state}`)}</Tag>
      </p>
      <div className="mt-5 grid items-start gap-6 lg:grid-cols-2">
        <FactsCard facts={request.facts} labelOf={labelOf} />
        <div className="grid gap-6">
          <Card as="section" title={t('request.for')}>
            <Facts
              lines={[
                [t('request.recipient'), request.recipient],
                [t('request.purpose'), request.purpose],
                [t('period.label'), inPeriod(toPeriodView(request.period))],
                [t('request.asked'), words],
              ]}
            />
          </Card>
          <Answer data={{ request, names, isOwn, seconds }} />
          {request.wanted.kind === 'noise' && ledger ? (
            <LedgerCard ledger={ledger} plan={request.wanted.plan} />
          ) : null}
        </div>
      </div>
    </>
  )
}

const Answer = ({ data: { request, names, isOwn, seconds } }: { data: Omit<Data, 'ledger'> }) => {
  const t = useTranslations('statistics.request')
  const locale = useLocale()
  const { answer } = request
  return (
    <Card as="section" title={t('answer')}>
      {answer === null ? (
        <>
          {isOwn ? (
            <p className="mt-2 mb-3">{t('own')}</p>
          ) : (
            <ul className="mt-2 mb-3 grid list-disc gap-1 ps-5 text-sm">
              <li>{t('check.purpose')}</li>
              <li>{t('check.recipient')}</li>
              <li>{t('check.group')}</li>
            </ul>
          )}
          <Seconds seconds={seconds} doing="agree" />
          <AnswerForm requestId={request.id} isOwn={isOwn} />
        </>
      ) : (
        <>
          <Facts
            lines={[
              [
                t(answer.reason === null ? 'approvedBy' : 'declinedBy'),
                t('by', { name: names.get(answer.by) ?? '–', day: formatTime(locale, answer.at, 'day') }),
              ],
              ...(answer.reason === null ? [] : [[t('reason'), answer.reason] as const]),
            ]}
          />
          {request.state === 'approved' ? (
            <p className="mt-3">
              <TextLink href={`/statistics/releases/${request.releaseId}`}>{t('register')}</TextLink>
            </p>
          ) : null}
        </>
      )}
    </Card>
  )
}
