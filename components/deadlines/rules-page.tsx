import Link from 'next/link'
import { PageTitle } from '@/components/layout/page-title'
import { Tag } from '@/components/ui/tag'
import type { HouseRule } from '@/lib/deadlines/rule.data'
import { isRelied } from '@/lib/deadlines/rule.rules'
import { useDeadlineWords } from './deadline-words'

/** All rules, with how sure we are of each. */
export const RulesPage = ({ rules }: { rules: readonly HouseRule[] }) => {
  const { t, said, period } = useDeadlineWords()
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
      <ul className="grid gap-2">
        {rules.map((rule) => (
          <li key={rule.code} className="rounded border border-hair bg-surface px-4 py-3" data-print="whole">
            <Link
              className="inline-flex min-h-11 items-center font-semibold text-link underline sm:min-h-8"
              href={`/deadlines/rules/${rule.code}`}
            >
              {said(rule.title)}
            </Link>
            <p className="text-sm text-muted">
              {t('rules.starts')}: {t(`event.${rule.event}`)}
              {' · '}
              {rule.periods.length === 0 ? t('rules.onTheLetter') : rule.periods.map(period).join(' · ')}
            </p>
            <p className="mt-1 flex flex-wrap gap-2">
              <Tag kind={isRelied(rule) ? 'done' : 'late'}>{t(`status.${rule.status}`)}</Tag>
              <Tag>{t(`regime.${rule.regime}`)}</Tag>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
