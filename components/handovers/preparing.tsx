'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { type Column, Table } from '@/components/ui/table'
import { useIsLive } from '@/components/ui/use-is-live'
import { sendHandover } from '@/lib/handovers/handover.actions'
import type { HandoverFile, HandoverPageData } from '@/lib/handovers/handover-page.data'
import { FileCell } from './file-cell'
import { NoteCell } from './note-cell'
import { ReceiverPick } from './receiver-pick'
import { ReceiverSelect } from './receiver-select'
import { useChoices } from './use-choices'
import { useCommand } from './use-command'

/** The table of a hand-over that is not sent: whom to ask for which file, and the note that goes along. */
export const Preparing = ({
  data,
  reasons,
}: {
  data: HandoverPageData
  /** Why a colleague is proposed, in words, by file. */
  reasons: Readonly<Record<string, string>>
}) => {
  const t = useTranslations('handovers')
  const { chosen, choose, state, trouble, settled } = useChoices(
    data.id,
    data.version,
    data.files.map(({ caseId, toStaffId }) => ({ caseId, toStaffId: toStaffId ?? '' })),
  )
  const { run, isBusy, trouble: sendTrouble } = useCommand(sendHandover)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const toggle = (caseId: string): void => {
    const next = new Set(marked)
    if (!next.delete(caseId)) next.add(caseId)
    setMarked(next)
  }
  const free = data.files.filter(
    ({ caseId, suggestion, dangers }) =>
      suggestion !== null && dangers.length === 0 && (chosen.get(caseId) ?? '') === '',
  )
  const apart = data.files.filter(
    ({ caseId, dangers }) => dangers.length > 0 && (chosen.get(caseId) ?? '') === '',
  ).length
  const open = data.files.filter(({ isRestricted }) => !isRestricted)
  const restricted = data.files.filter(({ isRestricted }) => isRestricted)
  const without = data.files.filter(({ caseId }) => (chosen.get(caseId) ?? '') === '').length
  const send = async (): Promise<void> => {
    const version = await settled()
    if (version !== null) await run({ handoverId: data.id, version })
  }
  const list = { data, reasons, chosen, choose, marked, toggle }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          kind={free.length === 0 ? 'quiet' : 'primary'}
          aria-disabled={free.length === 0}
          onClick={() =>
            choose(
              free.flatMap(({ caseId, suggestion }) =>
                suggestion === null ? [] : [{ caseId, toStaffId: suggestion.staffId }],
              ),
            )
          }
        >
          {t('takeAll', { count: free.length })}
        </Button>
        <p role="status" className={state === 'failed' ? 'font-semibold text-danger' : 'text-sm text-muted'}>
          {state === 'failed' ? trouble : state === 'idle' ? '' : t(`choice.${state}`)}
        </p>
      </div>
      {apart === 0 ? null : (
        <p className="max-w-prose font-semibold text-danger">{t('inDanger', { count: apart })}</p>
      )}
      <Card tight>
        <FileTable caption={t('openFiles')} files={open} {...list} />
      </Card>
      {restricted.length === 0 ? null : (
        <section aria-labelledby="members-only" data-print="no" className="grid gap-2">
          <h2 id="members-only">{t('restrictedTitle')}</h2>
          <p className="max-w-prose text-muted">{t('restrictedWhat')}</p>
          <Card tight>
            <FileTable caption={t('restrictedTitle')} files={restricted} {...list} />
          </Card>
        </section>
      )}
      <p className="max-w-prose text-sm text-muted">{t('othersWhat')}</p>
      {marked.size === 0 ? null : (
        <section
          aria-label={t('selection.bar')}
          className="z-10 flex flex-wrap items-center gap-3 rounded border border-edge bg-surface px-4 py-2 lg:sticky lg:bottom-2 lg:shadow-layer"
        >
          <p role="status" className="num font-semibold">
            {t('selection.count', { count: marked.size })}
          </p>
          <ReceiverPick
            label={t('selection.to')}
            receivers={data.receivers}
            empty={t('choose')}
            press={t('selection.give')}
            onPick={(toStaffId) => {
              const mine = data.files.filter(
                ({ caseId, circle }) => marked.has(caseId) && (circle === null || circle.includes(toStaffId)),
              )
              choose(mine.map(({ caseId }) => ({ caseId, toStaffId })))
              setMarked(new Set())
            }}
          />
          <Button kind="plain" size="small" onClick={() => setMarked(new Set())}>
            {t('selection.clear')}
          </Button>
        </section>
      )}
      <Card as="section" label={t('review')} className="grid gap-3">
        <h2>{t('review')}</h2>
        <ul className="grid gap-1">
          {data.receivers
            .map(({ id, name }) => ({
              id,
              name,
              count: data.files.filter(({ caseId }) => chosen.get(caseId) === id).length,
            }))
            .filter(({ count }) => count > 0)
            .map(({ id, name, count }) => (
              <li key={id}>
                {name}: <span className="num">{t('files', { count })}</span>
              </li>
            ))}
        </ul>
        {without === 0 ? null : (
          <Notice kind="late">
            <p>
              {t(data.kind === 'permanent' ? 'withoutPermanent' : 'withoutTemporary', { count: without })}
            </p>
          </Notice>
        )}
        <p className="max-w-prose text-muted">
          {t(data.kind === 'permanent' ? 'movesPermanent' : 'movesTemporary')}
        </p>
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={() => void send()} aria-disabled={isBusy}>
            {t('send', { count: data.files.length })}
          </Button>
          <p className="text-sm text-muted">{t('sendUndo')}</p>
          <p role="alert" className="font-semibold text-danger empty:hidden">
            {sendTrouble}
          </p>
        </div>
      </Card>
    </div>
  )
}

type Props = {
  readonly caption: string
  readonly files: readonly HandoverFile[]
  readonly data: HandoverPageData
  readonly reasons: Readonly<Record<string, string>>
  readonly chosen: ReadonlyMap<string, string>
  readonly choose: (choices: readonly { readonly caseId: string; readonly toStaffId: string }[]) => void
  readonly marked: ReadonlySet<string>
  readonly toggle: (caseId: string) => void
}

const FileTable = ({ caption, files, data, reasons, chosen, choose, marked, toggle }: Props) => {
  const t = useTranslations('handovers')
  const isLive = useIsLive()
  const nameOf = new Map(data.receivers.map(({ id, name }) => [id, name]))
  const columns: readonly Column<HandoverFile>[] = [
    {
      key: 'mark',
      head: t('column.mark'),
      cell: ({ caseId, code }) => (
        <input
          autoComplete="off"
          type="checkbox"
          disabled={!isLive}
          className="my-2 size-5 accent-accent"
          aria-label={t('selection.mark', { code })}
          checked={marked.has(caseId)}
          onChange={() => toggle(caseId)}
        />
      ),
    },
    { key: 'file', head: t('column.file'), isRowHead: true, cell: (file) => <FileCell file={file} /> },
    {
      key: 'suggestion',
      head: t('column.suggestion'),
      cell: ({ caseId, suggestion }) =>
        suggestion === null ? (
          <span className="text-muted">{t('noSuggestion')}</span>
        ) : (
          <>
            <p>{nameOf.get(suggestion.staffId)}</p>
            <p className="text-sm text-muted">{reasons[caseId]}</p>
          </>
        ),
    },
    {
      key: 'to',
      head: t('column.to'),
      cell: ({ caseId, code, circle }) => (
        <ReceiverSelect
          isQuiet
          label={t('toOf', { code })}
          receivers={data.receivers.filter(({ id }) => circle === null || circle.includes(id))}
          value={chosen.get(caseId) ?? ''}
          empty={t('nobodyYet')}
          onChange={(toStaffId) => choose([{ caseId, toStaffId }])}
        />
      ),
    },
    {
      key: 'note',
      head: t('column.note'),
      cell: (file) => <NoteCell key={file.noteVersion} handoverId={data.id} file={file} canWrite />,
    },
  ]
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={files}
      rowKey={({ caseId }) => caseId}
      isOnScreenOnly={(file) => file.isRestricted}
    />
  )
}
