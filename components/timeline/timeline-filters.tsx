import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Chip, Chips } from '@/components/ui/chip'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import { fileHref } from '@/lib/cases/file-part.view'
import { ENTRY_KINDS, type TimelineAddress, writeTimelineQuery } from '@/lib/timeline/timeline.schema'
import { TimelineForm } from './timeline-form'

/** What to see of the timeline: chips that apply at once, and say how much there is. */
export const TimelineFilters = ({
  caseHeader,
  address,
  shown,
}: {
  caseHeader: CaseHeader
  address: TimelineAddress
  /** How many entries this page shows. */
  shown: number
}) => {
  const t = useTranslations('cases')
  const { kinds, isNew } = address
  const { lastReviewedAt } = caseHeader
  const isNarrowed = kinds.length > 0 || isNew
  return (
    <div className="grid gap-2 print:hidden">
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
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
        <span role="status">{isNarrowed ? t('timeline.shown', { count: shown }) : ''}</span>
        {isNarrowed ? (
          <LinkButton kind="plain" size="small" href={fileHref(caseHeader, 'timeline')}>
            {t('timeline.all')}
          </LinkButton>
        ) : null}
      </p>
    </div>
  )
}
