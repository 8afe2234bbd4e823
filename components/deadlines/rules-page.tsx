import { PageTitle } from '@/components/layout/page-title'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import type { InFourLanguages } from '@/lib/deadlines/edition.data'
import type { Exceptions } from '@/lib/deadlines/exception.data'
import type { OrganisationRule } from '@/lib/deadlines/rule.data'
import { isRelied } from '@/lib/deadlines/rule.rules'
import { EVENTS } from '@/lib/deadlines/vocabulary.rules'
import { useDeadlineLabels } from './deadline-labels'
import { ExceptionLine } from './exception-line'

/** All rules by what starts them, with how sure we are of each and when it does not hold. */
export const RulesPage = ({
  rules,
  exceptions,
}: {
  rules: readonly OrganisationRule[]
  exceptions: Exceptions
}) => {
  const { t } = useDeadlineLabels()
  return (
    <>
      <PageTitle
        title={t('rules.title')}
        above={
          <Link className="text-link underline" href="/deadlines">
            {t('house.toDeadlines')}
          </Link>
        }
      >
        <p>{t('rules.what')}</p>
      </PageTitle>
      <div className="border-t border-edge">
        {EVENTS.codes.map((event) => {
          const own = rules.filter((rule) => rule.event === event)
          return own.length === 0 ? null : (
            // What waits for someone is open.
            <details
              key={event}
              data-print="open"
              className="border-b border-hair"
              open={own.some(({ leftBehind }) => leftBehind !== null)}
            >
              <summary className="flex min-h-12 items-center sm:min-h-10">
                <h2 className="grow py-1 text-h3">{t(`event.${event}`)}</h2>
                <span className="num ps-3 text-muted">{own.length}</span>
              </summary>
              <ul className="ps-4">
                {own.map((rule) => (
                  <RuleLine key={rule.code} rule={rule} exception={exceptions.get(rule.code)} />
                ))}
              </ul>
            </details>
          )
        })}
      </div>
    </>
  )
}

const RuleLine = ({
  rule,
  exception,
}: {
  rule: OrganisationRule
  exception: InFourLanguages | undefined
}) => {
  const { t, said, period } = useDeadlineLabels()
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-hair py-2" data-print="whole">
      <span className="min-w-0 grow basis-80">
        <Link
          className="inline-flex min-h-11 items-center font-semibold text-link underline sm:min-h-8"
          href={`/deadlines/rules/${rule.code}`}
        >
          {said(rule.title)}
        </Link>
        <span className="block text-sm text-muted">
          {rule.periods.length === 0 ? t('rules.onTheLetter') : rule.periods.map(period).join(' · ')}
        </span>
        <ExceptionLine exception={exception} />
      </span>
      <span className="flex flex-wrap gap-2">
        <Tag>{t(`regime.${rule.regime}`)}</Tag>
        {rule.leftBehind === null ? null : <Tag kind="late">{t('rules.toSayAnew')}</Tag>}
        <Tag kind={isRelied(rule) ? 'done' : 'late'}>{t(`status.${rule.status}`)}</Tag>
      </span>
    </li>
  )
}
