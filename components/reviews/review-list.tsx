'use client'
import { useTranslations } from 'next-intl'
import { Fragment, useEffect, useRef } from 'react'
import { useDangerLabels } from '@/components/cases/danger-labels'
import { PersonName } from '@/components/people/person-name'
import { classNames } from '@/components/ui/class-names'
import type { Decision } from '@/lib/reviews/review.rules'
import type { ReviewPageData } from '@/lib/reviews/review-page.data'

const SIGNS: Readonly<Record<Decision, string>> = { fine: '✓', task: '!', step: '!', ask: '?', close: '×' }

type Props = {
  readonly data: ReviewPageData
  readonly at: number
  readonly decisions: ReadonlyMap<string, Decision>
  readonly onGo: (to: number) => void
}

/** The files in their order by name, each with why it is there or what was decided; each can be gone to. On a phone it is folded. */
export const ReviewList = ({ data: { items, lines }, at, decisions, onGo }: Props) => {
  const t = useTranslations('reviews')
  const danger = useDangerLabels()
  const nav = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the file on the screen stays in sight in the list too
  useEffect(() => {
    const row = nav.current?.querySelector<HTMLElement>('.max-lg\\:hidden [aria-current]')
    const box = row?.closest<HTMLElement>('.overflow-y-auto')
    if (!row || !box) return
    const [{ top, bottom }, frame] = [row.getBoundingClientRect(), box.getBoundingClientRect()]
    if (top < frame.top || bottom > frame.bottom) box.scrollBy({ top: top - frame.top - frame.height / 3 })
  }, [at])
  const list = (
    <ol>
      {items.map(({ caseId, code, isRestricted }, index) => {
        const decision = decisions.get(caseId)
        const line = lines[index]
        const first = line?.danger ?? null
        const isRed = line?.isInDanger === true
        return (
          <li key={caseId} {...(isRestricted ? { 'data-print': 'no' } : {})}>
            <button
              type="button"
              onClick={() => onGo(index)}
              {...(index === at ? { 'aria-current': 'step' as const } : {})}
              className="flex min-h-13 w-full items-start gap-2 border-s-3 border-b border-s-transparent border-b-hair px-2 py-1.5 text-start text-dense hover:bg-sunken aria-[current]:border-s-accent aria-[current]:bg-accent-soft"
            >
              <span
                aria-hidden="true"
                className={classNames(
                  'w-4 shrink-0 text-center font-semibold',
                  decision === undefined ? (isRed ? 'text-danger' : 'text-late') : 'text-done',
                )}
              >
                {decision !== undefined ? SIGNS[decision] : isRed ? '▲' : first === null ? '' : '◷'}
              </span>
              <span className="min-w-0 grow">
                <span className="flex items-baseline gap-2">
                  <span
                    className={classNames(
                      'min-w-0 grow truncate font-semibold',
                      decision === undefined ? null : 'text-muted',
                    )}
                  >
                    {line?.people.map((person, place) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: the people of a file have one order
                      <Fragment key={place}>
                        {place === 0 ? null : ', '}
                        <PersonName {...person} />
                      </Fragment>
                    ))}
                  </span>
                  <span className="code shrink-0 text-sm text-muted">{code}</span>
                </span>
                <span
                  className={classNames(
                    'block truncate text-sm',
                    decision !== undefined ? 'text-done' : isRed ? 'font-semibold text-danger' : 'text-muted',
                  )}
                >
                  {decision !== undefined
                    ? t(`decision.${decision}`)
                    : first === null
                      ? t('nothingPresses')
                      : danger(first)}
                </span>
              </span>
            </button>
          </li>
        )
      })}
    </ol>
  )
  return (
    <nav ref={nav} aria-label={t('files')} className="min-h-0 lg:overflow-y-auto">
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
