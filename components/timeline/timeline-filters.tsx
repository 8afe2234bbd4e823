import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Chip, Chips } from '@/components/ui/chip'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { ENTRY_KINDS, type TimelineAddress, writeTimelineQuery } from '@/lib/timeline/timeline.schema'
import { TimelineForm } from './timeline-form'

/** The head of the timeline: what is shown of it, and behind that the chips that narrow it at once; and how much there is. */
export const TimelineFilters = ({
  caseHeader,
  address,
  shown,
  children,
}: {
  caseHeader: CaseHeader
  address: TimelineAddress
  /** How many entries this page shows. */
  shown: number
  /** What can be added beside a note. */
  children: ReactNode
}) => {
  const t = useTranslations('cases')
  const format = useFormatter()
  const { kinds, isNew } = address
  const { lastReviewedAt } = caseHeader
  const isNarrowed = kinds.length > 0 || isNew
  const shownKinds = kinds.map((kind) => t(`entryKind.${kind}`))
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4">
      <h2 id="timeline" className="font-sans text-sm font-normal text-muted">
        {t('page.timeline')}
      </h2>
      <span className="flex flex-wrap items-center gap-x-3 text-sm text-muted empty:hidden print:hidden">
        <span role="status">{isNarrowed ? t('timeline.shown', { count: shown }) : ''}</span>
        {isNarrowed ? (
          <LinkButton kind="plain" size="small" href={fileHref(caseHeader, 'timeline')}>
            {t('timeline.all')}
          </LinkButton>
        ) : null}
      </span>
      {children}
      {/* Never closed from here: it would close under a hand that takes the last chip away. */}
      <details className="min-w-0 open:basis-full open:pb-2 print:hidden">
        <summary className="flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
          {isNarrowed
            ? t('timeline.onlySome', {
                kinds: format.list(isNew ? [...shownKinds, t('timeline.new')] : shownKinds, { type: 'unit' }),
              })
            : t('timeline.everything')}
        </summary>
        <TimelineForm
          code={caseHeader.code}
          fileId={caseHeader.id}
          query={writeTimelineQuery({ ...address, before: null })}
        >
          <fieldset>
            <legend className="sr-only">{t('timeline.show')}</legend>
            <Chips>
              {ENTRY_KINDS.codes.map((kind) => (
                <Chip key={kind} name="kind" value={kind} defaultChecked={kinds.includes(kind)}>
                  {t(`entryKind.${kind}`)}
                </Chip>
              ))}
              {lastReviewedAt === null ? null : (
                <Chip kind="quiet" name="new" value="1" defaultChecked={isNew}>
                  {t.rich('timeline.since', {
                    when: () => <Time at={lastReviewedAt} style="dayInYear" />,
                  })}
                </Chip>
              )}
            </Chips>
          </fieldset>
          {/* With a script, each choice has been applied already. */}
          <noscript>
            <Button type="submit" kind="quiet" size="small">
              {t('timeline.apply')}
            </Button>
          </noscript>
        </TimelineForm>
      </details>
    </div>
  )
}
