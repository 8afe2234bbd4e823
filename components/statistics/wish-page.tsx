import { useLocale, useTranslations } from 'next-intl'
import { TabWords } from '@/components/layout/tab-labels'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-link'
import { publicPolicy } from '@/lib/statistics/disclosure.rules'
import { noiseLeast } from '@/lib/statistics/noise.rules'
import { previewsAnHour } from '@/lib/statistics/preview.rules'
import { toWantedCode, wantedCodes } from '@/lib/statistics/request.rules'
import type { Wish } from '@/lib/statistics/request-desk.data'
import { toPeriodView } from '@/lib/statistics/statistic.view'
import { toTitle } from '@/lib/statistics/title.view'
import { type ReferenceLabels, toLabels } from '@/lib/statistics/wording.view'
import { AskForm } from './ask-form'
import { FactsCard } from './facts-card'
import { LedgerCard } from './ledger-card'
import { pill, pillLabel } from './question-picker'

/** What would leave, before a second admin is asked for it. */
export const WishPage = ({ wish, reference }: { wish: Wish; reference: ReferenceLabels }) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  const { period, wanted, facts, refusal } = wish
  const code = toWantedCode(wanted)
  return (
    <>
      <p data-print="no">
        <TextLink href="/statistics/requests">{t('request.all')}</TextLink>
      </p>
      <TabWords words={t('request.new')} />
      <h1 className="mt-2">{t('request.new')}</h1>
      <p className="mt-1 max-w-prose text-muted">{t('request.lead')}</p>
      {period === null ? (
        <div className="mt-5">
          <EmptyState title={t('noPeriod.title')}>{t('noPeriod.sentence')}</EmptyState>
        </div>
      ) : (
        <>
          <Picker wish={wish} period={period} code={code} />
          <div className="mt-5 flex flex-col gap-6">
            {refusal === null ? null : <Refused wish={wish} refusal={refusal} />}
            {facts === null ? <Budget wish={wish} /> : null}
            {facts === null ? null : (
              <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
                <FactsCard facts={facts} labelOf={toLabels(locale, reference, t)} />
                <div className="grid gap-6">
                  <AskForm key={`${period} ${code}`} period={period} wanted={code} />
                  <Budget wish={wish} />
                </div>
              </div>
            )}
          </div>
        </>
      )}
    </>
  )
}

const Picker = ({ wish: { snapshots }, period, code }: { wish: Wish; period: string; code: string }) => {
  const t = useTranslations('statistics')
  const locale = useLocale()
  return (
    <form
      autoComplete="off"
      action="/statistics/requests/new"
      className="mt-5 flex flex-wrap items-end gap-x-3 gap-y-2"
      data-print="no"
    >
      <label className={pillLabel}>
        {t('period.label')}
        <select autoComplete="off" name="period" defaultValue={period} className={pill}>
          {snapshots.map(toPeriodView).map(({ code: one, year, quarter }) => (
            <option key={one} value={one}>
              {quarter === null ? t('period.year', { year }) : t('period.quarter', { number: quarter, year })}
            </option>
          ))}
        </select>
      </label>
      <label className={pillLabel}>
        {t('request.wanted')}
        <select autoComplete="off" name="wanted" defaultValue={code} className={pill}>
          {wantedCodes.map((one) => (
            <option key={one} value={one}>
              {toTitle(one, t, locale, (_, node) => node)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" kind="quiet">
        {t('request.see')}
      </Button>
    </form>
  )
}

const Budget = ({ wish: { wanted, ledger } }: { wish: Wish }) =>
  wanted.kind === 'noise' && ledger ? <LedgerCard ledger={ledger} plan={wanted.plan} /> : null

const Refused = ({ wish: { wanted }, refusal }: { wish: Wish; refusal: NonNullable<Wish['refusal']> }) => {
  const t = useTranslations('statistics')
  if (refusal === 'limited')
    return (
      <EmptyState title={t('limited.title')}>{t('limited.sentence', { count: previewsAnHour })}</EmptyState>
    )
  return (
    <EmptyState title={t(`request.refused.${refusal}.title`)}>
      {t(`request.refused.${refusal}.sentence`, {
        people: wanted.kind === 'noise' ? noiseLeast : publicPolicy.minimumPeopleCrossed,
      })}
    </EmptyState>
  )
}
