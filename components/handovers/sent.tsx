'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { type Column, Table } from '@/components/ui/table'
import { Tag, type TagKind } from '@/components/ui/tag'
import { offerFiles, undoHandover } from '@/lib/handovers/handover.actions'
import { isUnplaced, type ShownState } from '@/lib/handovers/handover.rules'
import type { HandoverFile, HandoverPageData } from '@/lib/handovers/handover-page.data'
import { CalmFold } from './calm-fold'
import { FileCell } from './file-cell'
import { NoteCell } from './note-cell'
import { Receipt } from './receipt'
import { ReceiverPick } from './receiver-pick'
import { useCommand } from './use-command'

const LOOKS: Readonly<Record<ShownState, TagKind>> = {
  draft: 'plain',
  held: 'late',
  offered: 'info',
  accepted: 'done',
  declined: 'late',
  skipped: 'plain',
  undone: 'plain',
  returned: 'plain',
}

/** A hand-over that was sent: who has answered what, whom else to ask, and the way back while there is one. */
export const Sent = ({ data }: { data: HandoverPageData }) => {
  const t = useTranslations('handovers')
  const offer = useCommand(offerFiles)
  const undo = useCommand(undoHandover)
  const unplaced = data.files.filter(({ state }) => isUnplaced(state))
  const ask = (caseIds: readonly string[], toStaffId: string): void =>
    void offer.run({ handoverId: data.id, caseIds, toStaffId })
  const columns: readonly Column<HandoverFile>[] = [
    { key: 'file', head: t('column.file'), isRowHead: true, cell: (file) => <FileCell file={file} /> },
    {
      key: 'state',
      head: t('column.state'),
      cell: ({ state, to, reason, readAt }) => (
        <div className="grid gap-1">
          <Tag kind={LOOKS[state]}>{t(`state.${state}`)}</Tag>
          {to === '' ? null : <p>{to}</p>}
          {to === '' ? null : <Receipt readAt={readAt} />}
          {state === 'declined' && reason !== '' ? (
            <p dir="auto" className="max-w-prose text-sm text-muted wrap-anywhere">
              {reason}
            </p>
          ) : null}
        </div>
      ),
    },
    {
      key: 'to',
      head: t('column.ask'),
      cell: ({ caseId, code, state, circle }) =>
        data.state === 'sent' && (isUnplaced(state) || state === 'offered') ? (
          <ReceiverPick
            isQuiet
            label={t('askOf', { code })}
            receivers={data.receivers.filter(({ id }) => circle === null || circle.includes(id))}
            empty={t('askAnother')}
            press={t('askPress')}
            pressLabel={t('askOf', { code })}
            onPick={(toStaffId) => ask([caseId], toStaffId)}
          />
        ) : null,
    },
    {
      key: 'note',
      head: t('column.note'),
      cell: (file) => (
        <NoteCell
          key={file.noteVersion}
          handoverId={data.id}
          file={file}
          canWrite={data.state === 'sent' && (isUnplaced(file.state) || file.state === 'offered')}
        />
      ),
    },
  ]
  // What is dangerous, and what waits for the coordinator, is seen first.
  const isApart = ({ dangers, state }: HandoverFile): boolean => dangers.length > 0 || isUnplaced(state)
  const apart = data.files.filter(isApart)
  const rest = data.files.filter((file) => !isApart(file))
  const table = (files: readonly HandoverFile[]) => (
    <Card tight>
      <Table
        caption={t('openFiles')}
        columns={columns}
        rows={files}
        rowKey={({ caseId }) => caseId}
        isOnScreenOnly={(file) => file.isRestricted}
      />
    </Card>
  )
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        {unplaced.length > 1 && data.state === 'sent' ? (
          <ReceiverPick
            label={t('askAll', { count: unplaced.length })}
            receivers={data.receivers}
            empty={t('choose')}
            press={t('askPress')}
            onPick={(toStaffId) =>
              ask(
                unplaced
                  .filter(({ circle }) => circle === null || circle.includes(toStaffId))
                  .map(({ caseId }) => caseId),
                toStaffId,
              )
            }
          />
        ) : null}
        {data.canUndo ? (
          <Button
            kind="quiet"
            onClick={() => void undo.run({ handoverId: data.id })}
            aria-disabled={undo.isBusy}
          >
            {t('undo')}
          </Button>
        ) : null}
        <p role="alert" className="font-semibold text-danger empty:hidden">
          {offer.trouble || undo.trouble}
        </p>
      </div>
      {apart.length === 0 ? null : table(apart)}
      <CalmFold count={rest.length}>{table(rest)}</CalmFold>
    </div>
  )
}
