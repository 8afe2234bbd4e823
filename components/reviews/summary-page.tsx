import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { sendReview } from '@/lib/reviews/review.actions'
import { toPace, toTally } from '@/lib/reviews/review.rules'
import type { SummaryData, SummaryLine } from '@/lib/reviews/review-page.data'

const PARTS = ['ask', 'task', 'step', 'close', 'fine'] as const

/** What a review came to, and the one press that sends its questions. */
export const SummaryPage = ({ data }: { data: SummaryData }) => {
  const t = useTranslations('reviews')
  const { review, decisions, lines } = data
  const tally = toTally(decisions)
  const unsent = lines.filter(({ decision, isSent }) => decision === 'ask' && !isSent).length
  const isDone = review.finishedAt !== null
  return (
    <>
      <PageTitle title={t('summary.title')}>
        {t('summary.tally', {
          fine: tally.fine,
          actions: tally.task + tally.step,
          questions: tally.ask,
          closures: tally.close,
        })}{' '}
        <span className="num">{t('summary.time', toPace(review.spentSeconds))}</span>
      </PageTitle>
      <div className="mb-5 grid gap-3">
        {tally.left === 0 ? null : (
          <Notice kind="late" title={t('summary.left', { files: tally.left })}>
            <LinkButton className="mt-2" size="small" kind="quiet" href={`/cases/review/${review.id}`}>
              {t('goOn')}
            </LinkButton>
          </Notice>
        )}
        {isDone ? <Notice kind="success" title={t('summary.done')} /> : null}
        {isDone || (unsent === 0 && tally.left > 0) ? null : (
          <div>
            <ActionButton action={sendReview} input={{ reviewId: review.id }} kind="primary" size="normal">
              {unsent === 0 ? t('summary.finish') : t('summary.send', { questions: unsent })}
            </ActionButton>
          </div>
        )}
      </div>
      {PARTS.map((part) => (
        <Part key={part} part={part} lines={lines.filter(({ decision }) => decision === part)} />
      ))}
      <LinkButton kind="plain" href="/cases">
        {t('toCaseload')}
      </LinkButton>
    </>
  )
}

const Part = ({ part, lines }: { part: (typeof PARTS)[number]; lines: readonly SummaryLine[] }) => {
  const t = useTranslations('reviews')
  if (lines.length === 0) return null
  return (
    <section className="mb-6">
      <h2 className="mb-2">{t(`summary.part.${part}`, { files: lines.length })}</h2>
      <Card tight>
        <ul>
          {lines.map(({ caseId, code, isRestricted, worker, text, isSent }) => (
            <li
              key={caseId}
              className="border-t border-hair py-2.5 first:border-t-0"
              {...(isRestricted ? { 'data-print': 'no' } : {})}
            >
              <p className="flex flex-wrap items-baseline gap-x-3">
                <a href={`/cases/${code}?file=${caseId}`} className="code font-semibold">
                  {code}
                </a>
                <span className="text-sm text-muted">{worker}</span>
                {isSent ? <Tag kind="done">{t('summary.sent')}</Tag> : null}
              </p>
              {part === 'close' ? null : (
                <p dir="auto" className="max-w-prose whitespace-pre-line wrap-anywhere">
                  {text}
                </p>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </section>
  )
}
