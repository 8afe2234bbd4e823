'use client'
import { useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import type { ReviewItem } from '@/lib/reviews/review.data'
import type { Decision } from '@/lib/reviews/review.rules'

const SIGNS: Readonly<Record<Decision, string>> = { fine: '✓', task: '!', step: '!', ask: '?', close: '×' }

type Props = {
  readonly items: readonly ReviewItem[]
  readonly at: number
  readonly decisions: ReadonlyMap<string, Decision>
  readonly onGo: (to: number) => void
}

/** The files in their order with what was decided; each can be gone to. On a phone it is folded. */
export const ReviewList = ({ items, at, decisions, onGo }: Props) => {
  const t = useTranslations('reviews')
  const list = (
    <ol className="grid gap-px">
      {items.map(({ caseId, code, isRestricted, reason }, index) => {
        const decision = decisions.get(caseId)
        return (
          <li key={caseId} {...(isRestricted ? { 'data-print': 'no' } : {})}>
            {reason === 'rest' || items[index - 1]?.reason === reason ? null : (
              <p className="px-2 pt-1 text-sm text-muted">{t(`reason.${reason}`)}</p>
            )}
            {reason === 'rest' && index > 0 && items[index - 1]?.reason !== 'rest' ? (
              <p className="px-2 pt-1 text-sm text-muted">{t('reason.rest')}</p>
            ) : null}
            <button
              type="button"
              onClick={() => onGo(index)}
              {...(index === at ? { 'aria-current': 'step' as const } : {})}
              className={classNames(
                'flex min-h-11 w-full items-center gap-2 rounded-sm border-s-3 border-transparent px-2 text-start text-dense hover:bg-sunken lg:min-h-8',
                'aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold',
                decision === undefined ? null : 'text-muted',
              )}
            >
              <span aria-hidden="true" className="w-4 text-center font-semibold">
                {decision === undefined ? '' : SIGNS[decision]}
              </span>
              <span className="code">{code}</span>
              {decision === undefined ? null : <span className="sr-only">{t(`decision.${decision}`)}</span>}
            </button>
          </li>
        )
      })}
    </ol>
  )
  return (
    <nav
      aria-label={t('files')}
      className="lg:sticky lg:top-17 lg:max-h-[calc(100dvh-9rem)] lg:self-start lg:overflow-y-auto"
    >
      <div className="max-lg:hidden">{list}</div>
      <details className="lg:hidden">
        <summary className="inline-flex min-h-11 items-center font-semibold text-link underline">
          {t('allFiles', { files: items.length })}
        </summary>
        {list}
      </details>
    </nav>
  )
}
