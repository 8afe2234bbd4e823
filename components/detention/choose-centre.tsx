import { useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Term } from '@/components/layout/term'
import { Link } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import type { AccreditationState } from '@/lib/detention/visit.rules'
import { useAccreditationLabels } from './accreditation-labels'

export type CentreChoice = {
  readonly slug: string
  readonly label: string
  readonly city: string | null
  readonly current: AccreditationState
}

/** First question of a visit: links, so that it works before any script has arrived. */
export const ChooseCentre = ({
  centres,
  hasTeam,
}: {
  centres: readonly CentreChoice[]
  hasTeam: boolean
}) => {
  const t = useTranslations('detention')
  const labels = useAccreditationLabels()
  return (
    <>
      <PageTitle title={t('choose.title')} back={{ href: '/detention', words: t('back') }} />
      {hasTeam ? null : (
        <div className="mb-4">
          <Notice kind="late">
            <p>{t('choose.noTeam')}</p>
          </Notice>
        </div>
      )}
      <h2>
        <Term of="closedCentre">{t('choose.question')}</Term>
      </h2>
      {centres.length === 0 ? <p className="mt-2 text-muted">{t('choose.noCentres')}</p> : null}
      <ul className="mt-3 grid gap-2.5 lg:grid-cols-2">
        {centres.map(({ slug, label, city, current }) => (
          <li key={slug}>
            <Link
              href={`/detention/new?centre=${slug}`}
              className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-1 rounded border border-hair bg-surface px-4 py-3 text-ink no-underline hover:border-accent"
            >
              <span className="grow">
                <b className="block font-semibold">{label}</b>
                {city === null ? null : <span className="text-sm text-muted">{city}</span>}
              </span>
              <Tag kind={current.kind === 'valid' ? 'done' : 'late'}>{labels.short(current)}</Tag>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
