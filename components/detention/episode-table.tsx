import { Fold } from '@/components/ui/fold'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { dayOfEvent } from '@/lib/detention/event.rules'
import { daysBetween } from '@/lib/shared/dates'
import { useEpisodeLabels } from './episode-labels'
import type { EpisodeProps } from './episode-props'

/** The drawing in words: the same numbers, days and events; and the conversations we had in between. */
export const EpisodeTable = ({ episode, part }: EpisodeProps) => {
  const { t, event, when } = useEpisodeLabels(part.lists)
  const { shown, start, drawing, met } = episode
  const numbers = new Map(drawing?.marks.map(({ key, number }) => [key, number]))
  const dayOf = (on: string | null) =>
    on === null || start === null ? '' : String(daysBetween(start, on) + 1)
  const rows = [
    ...shown.map(({ event: row }) => ({
      key: row.id,
      number: numbers.get(row.id),
      on: dayOfEvent(row),
      said: when(row.on),
      what: <a href={`#event-${row.id}`}>{event(row)}</a>,
    })),
    ...met.map((one) => ({
      key: one.id,
      number: undefined,
      on: one.on,
      said: when({ form: 'exact', day: one.on }),
      what: <Link href={`/detention/encounters/${one.id}`}>{t('table.met', { name: one.by })}</Link>,
    })),
  ].sort((a, b) => ((a.on ?? '9999') < (b.on ?? '9999') ? -1 : 1))
  if (rows.length === 0) return null
  return (
    <Fold label={t('table.title')} isPrinted>
      <Table
        caption={t('table.title')}
        rows={rows}
        rowKey={({ key }) => key}
        isDense
        columns={[
          {
            key: 'on',
            head: t('table.on'),
            cell: ({ said }) => <span className="sm:whitespace-nowrap">{said}</span>,
            isRowHead: true,
          },
          { key: 'day', head: t('table.day'), cell: ({ on }) => dayOf(on), isNumber: true },
          { key: 'number', head: t('table.number'), cell: ({ number }) => number ?? '', isNumber: true },
          { key: 'what', head: t('table.what'), cell: ({ what }) => what },
        ]}
      />
    </Fold>
  )
}
