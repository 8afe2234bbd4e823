'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TabWords } from '@/components/layout/tab-labels'
import type { KeySetting } from '@/lib/reviews/key.rules'
import type { ReviewPageData } from '@/lib/reviews/review-page.data'
import { KeySettings } from './key-settings'
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
  const { at, spent, saves, decisions } = reviewing
  const { items, review } = data
  const summary = `/cases/review/${review.id}/summary`
  return (
    <>
      <TabWords words={t('title')} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-5 gap-y-1">
        <h1 className="text-h2">
          {at < items.length ? t('progress', { at: at + 1, files: items.length }) : t('title')}
          <span className="font-sans text-base font-normal text-muted">
            {' · '}
            <Pace spent={spent} isRunning={at < items.length} />
          </span>
        </h1>
        <div className="flex flex-wrap items-center gap-x-2">
          <KeySettings setting={keys} onChange={setKeys} />
          <LeaveLink href={summary} saves={saves}>
            {t('summary.so')}
          </LeaveLink>
          <LeaveLink href="/cases/review" saves={saves}>
            {t('leave')}
          </LeaveLink>
        </div>
      </div>
      <SaveTroubles
        saves={saves}
        onGo={(caseId) => reviewing.go(items.findIndex((item) => item.caseId === caseId))}
      />
      <div className="grid gap-x-5 gap-y-3 lg:grid-cols-[10.5rem_minmax(0,1fr)]">
        <ReviewList items={items} at={at} decisions={decisions} onGo={reviewing.go} />
        <ReviewPane data={data} reviewing={reviewing} keys={keys} summary={summary} />
      </div>
    </>
  )
}
