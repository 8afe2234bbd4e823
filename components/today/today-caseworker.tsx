import { useTranslations } from 'next-intl'
import { useAgo, useDueLabels } from '@/components/cases/case-labels'
import { PersonCell } from '@/components/cases/person-cell'
import { Card } from '@/components/ui/card'
import { type Column, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { CaseLine } from '@/lib/caseload/caseload.data'
import { mayBePrinted } from '@/lib/cases/case.rules'
import { type Day, toDay } from '@/lib/shared/dates'
import type { TodayOf } from '@/lib/today/today.data'
import { TodayDrafts } from './today-drafts'
import { Aside, Firsts, LastOpened, Main, Part, Screen } from './today-parts'
import { MyVisits } from './today-visits'
import { UnseenCard } from './unseen-card'

/** What is due, the next visit, what is begun and not sent; below, one's own people. */
export const TodayCaseworker = ({
  shown,
  today,
  staffId,
}: {
  shown: TodayOf<'caseworker'>
  today: Day
  staffId: string
}) => (
  <Screen>
    <Main>
      <Firsts shown={shown} day={today} />
      <UnseenCard unseen={shown.unseen} today={today} />
      <Mine mine={shown.mine} today={today} />
    </Main>
    <Aside>
      <MyVisits visits={shown.visits} staffId={staffId} today={today} />
      <TodayDrafts />
      <LastOpened shown={shown} />
    </Aside>
  </Screen>
)

/** The own files that were longest without a contact, and what comes next in each. */
const Mine = ({ mine, today }: { mine: TodayOf<'caseworker'>['mine']; today: Day }) => {
  const t = useTranslations('today')
  const ago = useAgo()
  const due = useDueLabels()
  const columns: Column<CaseLine>[] = [
    { key: 'person', head: t('column.person'), cell: (line) => <PersonCell line={line} /> },
    {
      key: 'contact',
      head: t('column.contact'),
      cell: ({ lastContactOn }) => ago(lastContactOn && toDay(lastContactOn), today),
    },
    {
      key: 'step',
      head: t('column.step'),
      cell: ({ nextStepOn }) => {
        const { words, isLate } = due(nextStepOn && toDay(nextStepOn), today)
        return isLate ? <Tag kind="late">{words}</Tag> : words
      },
    },
  ]
  return (
    <Part id="mine" title={t('mine')} count={mine.total} more={{ href: '/cases', words: t('toCaseload') }}>
      <Card tight>
        {mine.lines.length === 0 ? (
          <p className="py-3 text-muted">{t('mineNone')}</p>
        ) : (
          <Table
            caption={t('mine')}
            columns={columns}
            rows={mine.lines}
            rowKey={({ id }) => id}
            isOnScreenOnly={(line) => !mayBePrinted(line)}
          />
        )}
      </Card>
    </Part>
  )
}
