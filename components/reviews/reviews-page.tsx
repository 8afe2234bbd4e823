import { useTranslations } from 'next-intl'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { DEFAULT_KEYS } from '@/lib/reviews/key.rules'
import type { ReviewSketch } from '@/lib/reviews/review.data'
import { toPace } from '@/lib/reviews/review.rules'
import type { ReviewsPageData } from '@/lib/reviews/review-page.data'
import { StartButton } from './start-button'

/** The view one comes from, ready to be gone through, and the reviews of before. */
export const ReviewsPage = ({ data }: { data: ReviewsPageData }) => {
  const t = useTranslations('reviews')
  return (
    <>
      <PageTitle
        title={t('title')}
        {...(data.files === 0 ? {} : { heading: t('start.files', { files: data.files }) })}
      />
      {data.files === 0 ? (
        <EmptyState title={t('nothing')} action={<LinkButton href="/cases">{t('toCaseload')}</LinkButton>} />
      ) : (
        <section aria-label={t('start.title')} className="-mt-4">
          <p>
            {data.inDanger === 0 ? null : (
              <>
                <b className="font-semibold text-danger">
                  <span aria-hidden="true">▲ </span>
                  {t('start.inDanger', { count: data.inDanger })}
                </b>
                {' · '}
              </>
            )}
            <span className="inline-block">{t('start.late', { count: data.late })} ·</span>{' '}
            <span className="inline-block">{t('start.calm', { count: data.calm })}</span>
          </p>
          <p className="mt-1 max-w-prose text-muted">{t('start.order')}</p>
          <p className="mt-1 max-w-[120ch] text-sm text-muted max-lg:hidden">
            {t('start.keys', DEFAULT_KEYS)}
          </p>
          <div className="mt-4">
            <StartButton query={data.query} isRunning={data.running !== null} />
          </div>
        </section>
      )}
      {data.reviews.length === 0 ? null : (
        <section className="mt-6">
          <h2 className="mb-2">{t('before')}</h2>
          <Card tight>
            <ul>
              {data.reviews.map((review) => (
                <Line key={review.id} review={review} />
              ))}
            </ul>
          </Card>
        </section>
      )}
    </>
  )
}

const Line = ({ review }: { review: ReviewSketch }) => {
  const t = useTranslations('reviews')
  const { id, startedAt, finishedAt, files, decided, spentSeconds } = review
  const isOpen = finishedAt === null
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-hair py-3 first:border-t-0">
      <div className="min-w-0 grow basis-64">
        <Time at={startedAt} style="moment" />
        <p className="text-sm text-muted">
          {t('decided', { decided, files })} · <span className="num">{t('pace', toPace(spentSeconds))}</span>
        </p>
      </div>
      {isOpen ? <Tag kind="late">{t('open')}</Tag> : <Tag kind="done">{t('finishedTag')}</Tag>}
      <LinkButton
        size="small"
        kind="quiet"
        href={isOpen && decided < files ? `/cases/review/${id}` : `/cases/review/${id}/summary`}
      >
        {isOpen && decided < files ? t('goOn') : t('summary.see')}
      </LinkButton>
    </li>
  )
}
