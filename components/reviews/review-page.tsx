'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TabWords } from '@/components/layout/tab-labels'
import { useLater } from '@/components/ui/use-later'
import type { KeySetting } from '@/lib/reviews/key.rules'
import type { ReviewPageData } from '@/lib/reviews/review-page.data'
import { LeaveLink } from './leave-link'
import { Pace } from './pace'
import { ReviewList } from './review-list'
import { ReviewPane } from './review-pane'
import { SaveTroubles } from './save-troubles'
import { useReview } from './use-review'

/** A caseload, file after file: the list on one side, one file on the other, and a key for what is to happen with it. */
export const ReviewPage = ({ data, keys: kept }: { data: ReviewPageData; keys: KeySetting }) => {
  const t = useTranslations('reviews')
  const [keys, setKeys] = useState(kept)
  const reviewing = useReview(data)
  // Seldom wanted, so not part of what the page waits for.
  const settings = useLater(() => import('./key-settings'))
  const { at, spent, saves, decisions } = reviewing
  const { items, review } = data
  const summary = `/cases/review/${review.id}/summary`
  const isOpen = at < items.length
  return (
    <>
      <TabWords words={t('title')} />
      <div className="grid gap-x-7 gap-y-3 lg:grid-cols-[19.5rem_minmax(0,1fr)]">
        <div className="min-w-0 lg:sticky lg:top-17 lg:flex lg:max-h-[calc(100dvh-5rem)] lg:flex-col lg:self-start">
          <div className="flex flex-wrap items-baseline justify-between gap-x-3">
            <h1 className="text-h2">
              {isOpen ? t('progress', { at: at + 1, files: items.length }) : t('title')}
              <span className="font-sans text-sm font-normal text-muted">
                {' · '}
                <Pace spent={spent} isRunning={isOpen} />
              </span>
            </h1>
            <LeaveLink href="/cases/review" saves={saves}>
              {t('leave')}
            </LeaveLink>
          </div>
          <svg
            viewBox="0 0 100 4"
            preserveAspectRatio="none"
            aria-hidden="true"
            className="block h-1.5 w-full rounded-full bg-hair"
          >
            <rect width={(decisions.size / items.length) * 100} height="4" className="fill-accent" />
          </svg>
          <ReviewList data={data} at={at} decisions={decisions} onGo={reviewing.go} />
        </div>
        <div className="min-w-0">
          <SaveTroubles
            saves={saves}
            onGo={(caseId) => reviewing.go(items.findIndex((item) => item.caseId === caseId))}
          />
          <ReviewPane data={data} reviewing={reviewing} keys={keys} onKeys={setKeys} summary={summary} />
          <div className="flex flex-wrap items-center gap-x-2">
            {settings === null ? null : <settings.KeySettings setting={keys} onChange={setKeys} />}
            <LeaveLink href={summary} saves={saves}>
              {t('summary.so')}
            </LeaveLink>
          </div>
        </div>
      </div>
    </>
  )
}
