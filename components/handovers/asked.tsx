'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/components/forms/form'
import { FormFooter } from '@/components/forms/form-footer'
import type { FormAction } from '@/components/forms/reply'
import { TextArea } from '@/components/forms/text-field'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Dialog } from '@/components/ui/dialog'
import { answerHandover } from '@/lib/handovers/handover.actions'
import type { FilesOutcome } from '@/lib/handovers/handover.schema'
import type { HandoverFile } from '@/lib/handovers/handover-page.data'
import { CalmFold } from './calm-fold'
import { FileCell } from './file-cell'
import { useCommand } from './use-command'

const bringSchema = () => import('@/lib/handovers/handover.schema').then((room) => room.declineSchema)

/** The files one is asked to take: yes or no to each, or yes to all. Until then the coordinator has them. */
export const Asked = ({ handoverId, files }: { handoverId: string; files: readonly HandoverFile[] }) => {
  const t = useTranslations('handovers')
  const { run, isBusy, trouble } = useCommand(answerHandover)
  const [declined, setDeclined] = useState<readonly HandoverFile[]>([])
  const together = files.filter(({ dangers }) => dangers.length === 0)
  const apart = files.filter(({ dangers }) => dangers.length > 0)
  const accept = (some: readonly HandoverFile[]): void =>
    void run({ handoverId, caseIds: some.map(({ caseId }) => caseId), accepts: true, reason: '' })
  const list = (some: readonly HandoverFile[]) => (
    <Card tight>
      <ul>
        {some.map((file) => (
          <li
            key={file.caseId}
            {...(file.isRestricted ? { 'data-print': 'no' } : {})}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-hair py-3 first:border-t-0"
          >
            <div className="sm:w-56">
              <FileCell file={file} />
            </div>
            <p dir="auto" className="min-w-0 grow basis-64 whitespace-pre-line wrap-anywhere">
              {file.note}
            </p>
            <div className="flex flex-wrap gap-2">
              <Button
                size="small"
                onClick={() => accept([file])}
                aria-disabled={isBusy}
                aria-label={t('asked.acceptOf', { code: file.code })}
              >
                {t('asked.accept')}
              </Button>
              <Button
                size="small"
                kind="quiet"
                onClick={() => setDeclined([file])}
                aria-label={t('asked.declineOf', { code: file.code })}
              >
                {t('asked.decline')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
  return (
    <section aria-labelledby="asked" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="asked">{t('asked.title', { count: files.length })}</h2>
        <div className="flex flex-wrap gap-2">
          {together.length === 0 ? null : (
            <Button onClick={() => accept(together)} aria-disabled={isBusy}>
              {t('asked.acceptAll', { count: together.length })}
            </Button>
          )}
          {files.length > 1 ? (
            <Button kind="quiet" onClick={() => setDeclined(files)}>
              {t('asked.declineAll')}
            </Button>
          ) : null}
        </div>
      </div>
      <p className="max-w-prose text-muted">{t('asked.what')}</p>
      {apart.length === 0 ? null : (
        <p className="max-w-prose font-semibold text-danger">{t('inDanger', { count: apart.length })}</p>
      )}
      <p role="alert" className="font-semibold text-danger empty:hidden">
        {trouble}
      </p>
      {apart.length === 0 ? null : list(apart)}
      <CalmFold count={together.length}>{list(together)}</CalmFold>
      <Dialog
        isOpen={declined.length > 0}
        onClose={() => setDeclined([])}
        title={t('asked.declineTitle', { count: declined.length })}
      >
        {declined.length === 0 ? null : (
          <Decline handoverId={handoverId} files={declined} onDone={() => setDeclined([])} />
        )}
      </Dialog>
    </section>
  )
}

const Decline = ({
  handoverId,
  files,
  onDone,
}: {
  handoverId: string
  files: readonly HandoverFile[]
  onDone: () => void
}) => {
  const t = useTranslations('handovers')
  const caseIds = files.map(({ caseId }) => caseId)
  const action: FormAction<FilesOutcome> = async ({ requestId, input }) => {
    const { reason } = (await bringSchema()).parse(input)
    return answerHandover({ requestId, input: { handoverId, caseIds, accepts: false, reason } })
  }
  return (
    <Form
      schema={bringSchema}
      defaultValues={{ reason: '' }}
      action={action}
      draftKey={`handover:${handoverId}:no:${caseIds.length === 1 ? caseIds[0] : 'all'}`}
      onSaved={(_value, goOn) => {
        onDone()
        goOn()
      }}
    >
      <TextArea name="reason" label={t('asked.reason')} hint={t('asked.reasonHint')} rows={3} />
      <FormFooter>{t('asked.decline')}</FormFooter>
    </Form>
  )
}
