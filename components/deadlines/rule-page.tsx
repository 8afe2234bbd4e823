import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { FreeText } from '@/components/ui/free-text'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import type { Edition, InFourLanguages } from '@/lib/deadlines/edition.data'
import type { RuleShown } from '@/lib/deadlines/rule.data'
import { isRelied, type Period } from '@/lib/deadlines/rule.rules'
import { useDeadlineLabels } from './deadline-labels'
import { ExceptionLine } from './exception-line'
import { RulingForm } from './ruling-form'

/** One rule: what it says, when it does not hold, where it was read, every edition, and what the organisation said of it. */
export const RulePage = ({
  shown,
  exception,
  canRule,
}: {
  shown: RuleShown
  exception: InFourLanguages | undefined
  canRule: boolean
}) => {
  const { t, said, date } = useDeadlineLabels()
  const { rule, shipped, rulings } = shown
  return (
    <>
      <PageTitle
        title={t('rules.title')}
        heading={said(rule.title)}
        above={
          <Link className="text-link underline" href="/deadlines/rules">
            {t('house.toRules')}
          </Link>
        }
      >
        <p className="flex flex-wrap items-center gap-2">
          <span className="num">{rule.code}</span>
          <Tag kind={isRelied(rule) ? 'done' : 'late'}>{t(`status.${rule.status}`)}</Tag>
          <Tag>{t(`regime.${rule.regime}`)}</Tag>
        </p>
      </PageTitle>
      <div className="grid gap-6">
        <Facts rule={rule} />
        <ExceptionLine exception={exception} />
        <section aria-labelledby="said" className="grid gap-3">
          <h2 id="said">{t('rules.said')}</h2>
          {rule.leftBehind === null ? null : (
            <Notice kind="late">
              <p>{t('rules.leftBehind', { edition: rule.version, before: rule.leftBehind })}</p>
            </Notice>
          )}
          {rule.carriedFrom === null ? null : (
            <p>{t('rules.carriedFrom', { edition: rule.version, before: rule.carriedFrom })}</p>
          )}
          {rulings.length === 0 ? <p className="text-muted">{t('rules.saidNothing')}</p> : null}
          <ul className="grid gap-2">
            {rulings.map(({ id, kind, edition, periods, reason, by, createdAt }) => (
              <li key={id} className="rounded border border-hair bg-surface px-4 py-3">
                <p className="font-semibold">
                  {t(`ruling.${kind}`)}
                  {periods === null ? null : (
                    <>
                      {': '}
                      <PeriodsLine periods={periods} />
                    </>
                  )}
                </p>
                <FreeText text={reason} />
                <p className="text-sm text-muted">
                  {t('rules.saidBy', { name: by, at: date(createdAt) })}
                  {shipped.length < 2 || edition === null ? '' : ` · ${t('rules.edition', { edition })}`}
                </p>
              </li>
            ))}
          </ul>
          {canRule ? (
            <Card as="section" label={t('rules.say')} className="print:hidden">
              <RulingForm key={rulings.length} rule={rule} />
            </Card>
          ) : null}
        </section>
        <section aria-labelledby="editions" className="grid gap-3">
          <h2 id="editions">{t('rules.editions')}</h2>
          {shipped.map((edition) => (
            <details key={edition.id}>
              <summary className="inline-flex min-h-11 items-center font-semibold text-link underline">
                {t('rules.edition', { edition: edition.version })}
              </summary>
              <Facts rule={edition} />
            </details>
          ))}
        </section>
      </div>
    </>
  )
}

const PeriodsLine = ({ periods }: { periods: readonly Period[] }) => {
  const { t, period } = useDeadlineLabels()
  if (periods.length === 0) return t('rules.onTheLetter')
  return periods
    .map((one) =>
      one.when === null ? period(one) : t('rules.when', { period: period(one), fact: t(`fact.${one.when}`) }),
    )
    .join(' · ')
}

const Facts = ({ rule }: { rule: Edition }) => {
  const common = useTranslations('common')
  const { t, said, date, article, copy } = useDeadlineLabels()
  return (
    <Card>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[14rem_1fr]">
        <Fact name={t('rules.starts')}>{t(`event.${rule.event}`)}</Fact>
        <Fact name={t('rules.period')}>
          <PeriodsLine periods={rule.periods} />
        </Fact>
        {rule.firstDays.length === 0 ? null : (
          <Fact name={t('rules.firstDay')}>
            <ul>
              {rule.firstDays.map(({ notification, firstDay }) => (
                <li key={notification}>
                  {t(`notification.${notification}`)}
                  {common('colon')} {t(`firstDay.${firstDay}`)}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact name={t('rules.roll')}>{t(`roll.${rule.roll}`)}</Fact>
        <Fact name={t('rules.severity')}>{t(`severity.${rule.severity}`)}</Fact>
        <Fact name={t('rules.sure')}>{t(`status.${rule.status}`)}</Fact>
        <Fact name={t('rules.valid')}>
          {rule.validFrom === null
            ? t('rules.validAlways')
            : t('rules.validFrom', { from: date(rule.validFrom) })}
        </Fact>
        {rule.article === null ? null : (
          <Fact name={t('rules.article')}>
            {t('explained.article', {
              article: article(rule.article.text),
              status: t(`status.${rule.article.status}`),
            })}
          </Fact>
        )}
        <Fact name={t('explained.sources')}>
          {rule.read.length === 0 ? (
            t('explained.noSource')
          ) : (
            <ul>
              {rule.read.map(({ key, title, address, seen }) => (
                <li key={key} className="wrap-anywhere">
                  <span lang="en">{title}</span>, {address}, {copy(seen)}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={t('rules.closes')}>{rule.closedBy.map((act) => t(`act.${act}`)).join(' · ')}</Fact>
      </dl>
      {rule.note === null ? null : <p className="mt-3 max-w-prose">{said(rule.note)}</p>}
    </Card>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="contents">
    <dt className="text-muted">{name}</dt>
    <dd className="min-w-0">{children}</dd>
  </div>
)
