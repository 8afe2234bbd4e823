'use client'
import { useLocale, useTranslations } from 'next-intl'
import { type Column, Table } from '@/components/ui/table'
import { formatTime } from '@/components/ui/time'
import { useIsLive } from '@/components/ui/use-is-live'
import type { HandoverFile, HandoverPageData } from '@/lib/handovers/handover-page.data'
import { entryOf } from '@/lib/handovers/suggestion.rules'
import { Dangers, FileCell } from './file-cell'
import { ReceiverSelect } from './receiver-select'

export type ListProps = {
  readonly data: HandoverPageData
  readonly reasons: Readonly<Record<string, string>>
  readonly chosen: ReadonlyMap<string, string>
  readonly choose: (choices: readonly { readonly caseId: string; readonly toStaffId: string }[]) => void
  readonly marked: ReadonlySet<string>
  readonly toggle: (caseId: string) => void
}

/** Whether the colleague who is chosen, or proposed, may enter the centre, and what else speaks for the one who is proposed. */
const Check = ({
  file,
  toStaffId,
  data,
  reasons,
}: Pick<ListProps, 'data' | 'reasons'> & { file: HandoverFile; toStaffId: string }) => {
  const t = useTranslations('handovers')
  const locale = useLocale()
  const { suggestion, dangers } = file
  const staffId = toStaffId === '' ? suggestion?.staffId : toStaffId
  const receiver = data.receivers.find(({ id }) => id === staffId)
  const entry = receiver === undefined ? null : entryOf(file, receiver, data.neededUntil)
  return (
    <div className="text-sm">
      {dangers.length > 0 && toStaffId === '' ? (
        <p className="font-semibold text-danger">
          <span aria-hidden="true">▲ </span>
          {t('chooseOne')}
        </p>
      ) : null}
      {entry === null ? null : entry.kind === 'notAccredited' ? (
        <p className="font-semibold text-late">
          <span aria-hidden="true">◷ </span>
          {t('why.notAccredited')}
        </p>
      ) : (
        <p className={entry.kind === 'accredited' ? 'text-done' : 'font-semibold text-late'}>
          <span aria-hidden="true">{entry.kind === 'accredited' ? '✓' : '◷'} </span>
          {t(`why.${entry.kind}`, { day: formatTime(locale, entry.until, 'dayInYear') })}
        </p>
      )}
      {suggestion === null ? (
        <p className="text-muted">{t('noSuggestion')}</p>
      ) : toStaffId === '' || toStaffId === suggestion.staffId ? (
        <p className="text-muted">{reasons[file.caseId]}</p>
      ) : null}
    </div>
  )
}

/** Files of a hand-over with the colleague to ask for each. */
export const FileTable = ({
  caption,
  files,
  data,
  reasons,
  chosen,
  choose,
  marked,
  toggle,
}: ListProps & { caption: string; files: readonly HandoverFile[] }) => {
  const t = useTranslations('handovers')
  const isLive = useIsLive()
  const nameOf = new Map(data.receivers.map(({ id, name }) => [id, name]))
  if (files.length === 0) return null
  const columns: readonly Column<HandoverFile>[] = [
    {
      key: 'mark',
      head: <span className="sr-only">{t('column.mark')}</span>,
      cell: ({ caseId, code }) => (
        <input
          autoComplete="off"
          type="checkbox"
          disabled={!isLive}
          className="my-1 size-5 accent-accent"
          aria-label={t('selection.mark', { code })}
          checked={marked.has(caseId)}
          onChange={() => toggle(caseId)}
        />
      ),
    },
    {
      key: 'file',
      head: t('column.file'),
      isRowHead: true,
      cell: (file) => <FileCell file={file} hasDangers={false} />,
    },
    // Where no one is in danger, no row need say so.
    ...(files.some(({ dangers }) => dangers.length > 0)
      ? [
          {
            key: 'danger',
            head: t('column.danger'),
            cell: ({ dangers }: HandoverFile) => <Dangers dangers={dangers} />,
          },
        ]
      : []),
    {
      key: 'note',
      head: t('column.note'),
      // The next step has them all.
      isWideOnly: files.every(({ dangers }) => dangers.length === 0),
      cell: ({ note }) => (
        <p dir="auto" className="line-clamp-3 text-sm whitespace-pre-line max-sm:line-clamp-1 wrap-anywhere">
          {note === '' ? t('note.none') : note}
        </p>
      ),
    },
    {
      key: 'to',
      head: t('column.to'),
      // Who is suggested stands where the choice is made: one line less in each of forty rows.
      cell: ({ caseId, code, circle, suggestion }) => (
        <ReceiverSelect
          isQuiet
          label={t('toOf', { code })}
          receivers={data.receivers.filter(({ id }) => circle === null || circle.includes(id))}
          value={chosen.get(caseId) ?? ''}
          empty={
            suggestion === null
              ? t('notAssigned')
              : t('suggested', { name: nameOf.get(suggestion.staffId) ?? '' })
          }
          onChange={(toStaffId) => choose([{ caseId, toStaffId }])}
        />
      ),
    },
    {
      key: 'check',
      head: t('column.check'),
      cell: (file) => (
        <Check file={file} toStaffId={chosen.get(file.caseId) ?? ''} data={data} reasons={reasons} />
      ),
    },
  ]
  return (
    <div className="choice-rows">
      <Table
        caption={caption}
        columns={columns}
        rows={files}
        rowKey={({ caseId }) => caseId}
        isOnScreenOnly={(file) => file.isRestricted}
      />
    </div>
  )
}
