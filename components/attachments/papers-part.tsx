import { useFormatter, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { buttonClass } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { scanPaper } from '@/lib/attachments/attachment.actions'
import type { Attachment } from '@/lib/attachments/attachment.data'
import { TYPES } from '@/lib/attachments/attachment.rules'
import { BringForm } from './bring-form'
import { RemoveForm } from './remove-form'

/** The papers of a file, and the way to bring one. */
export const PapersPart = ({ caseId, papers }: { caseId: string; papers: readonly Attachment[] }) => {
  const t = useTranslations('attachments')
  const there = papers.filter(({ removedAt }) => removedAt === null)
  const gone = papers.filter(({ removedAt }) => removedAt !== null)
  return (
    <div className="grid gap-8">
      <section aria-labelledby="papers" className="grid gap-3">
        <h2 id="papers">{t('title')}</h2>
        {there.length === 0 ? <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState> : null}
        <ul className="grid gap-2">
          {there.map((paper) => (
            <Paper key={paper.id} paper={paper} />
          ))}
        </ul>
        {gone.length === 0 ? null : <Gone papers={gone} />}
      </section>
      <Card as="section" label={t('bringTitle')} className="print:hidden">
        <h2>{t('bringTitle')}</h2>
        <p className="mt-1 mb-4 max-w-prose text-muted">{t('bringWhat')}</p>
        <BringForm caseId={caseId} />
      </Card>
    </div>
  )
}

/** 1,234,567 as “1.2 MB”, 12,345 as “12 kB”. */
const useSize = () => {
  const format = useFormatter()
  return (bytes: number): string =>
    bytes >= 1e6
      ? format.number(bytes / 1e6, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
      : format.number(Math.max(1, bytes / 1e3), { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })
}

const Paper = ({ paper: { id, name, kind, type, bytes, scan, by, createdAt } }: { paper: Attachment }) => {
  const t = useTranslations('attachments')
  const size = useSize()
  return (
    <li
      data-print="whole"
      className="grid gap-x-4 gap-y-1 rounded border border-hair bg-surface px-4 py-3 sm:grid-cols-[1fr_auto]"
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <strong dir="auto" className="wrap-anywhere">
            {name}
          </strong>
          <Tag>{t(`kind.${kind}`)}</Tag>
          {scan === 'waiting' ? <Tag kind="late">{t('waiting')}</Tag> : null}
        </p>
        <p className="text-sm text-muted">
          {t.rich('broughtBy', {
            type: TYPES[type].toUpperCase(),
            size: size(bytes),
            name: by,
            on: () => <Time at={createdAt} style="moment" />,
          })}
        </p>
        {scan === 'waiting' ? <p className="max-w-prose text-sm">{t('waitingWhat')}</p> : null}
        {scan === 'none' ? <p className="text-sm text-muted">{t('notScanned')}</p> : null}
      </div>
      <div className="justify-self-start print:hidden">
        {scan === 'waiting' ? (
          <ActionButton action={scanPaper} input={{ attachmentId: id }}>
            {t('scan')}
          </ActionButton>
        ) : (
          <a href={`/api/attachments?id=${id}`} className={buttonClass('quiet', 'small')}>
            {t.rich('take', { name: () => <span className="sr-only">{name}</span> })}
          </a>
        )}
      </div>
      <details className="min-w-0 print:hidden sm:col-span-2">
        <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
          {t('remove')}
        </summary>
        <div className="pt-2">
          <RemoveForm attachmentId={id} />
        </div>
      </details>
    </li>
  )
}

const Gone = ({ papers }: { papers: readonly Attachment[] }) => {
  const t = useTranslations('attachments')
  return (
    <details className="print:hidden">
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8">
        {t('gone', { count: papers.length })}
      </summary>
      <ul className="mt-2 grid gap-1 text-sm">
        {papers.map(({ id, name, removedAt, removedBy, removedBecause }) => (
          <li key={id}>
            <s dir="auto" className="wrap-anywhere">
              {name}
            </s>{' '}
            {t.rich('goneBy', {
              name: removedBy ?? '',
              because: removedBecause === null ? '' : t(`because.${removedBecause}`),
              on: () => (removedAt === null ? null : <Time at={removedAt} style="moment" />),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
