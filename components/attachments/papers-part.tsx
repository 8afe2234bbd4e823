import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import { scanPaper } from '@/lib/attachments/attachment.actions'
import type { Attachment } from '@/lib/attachments/attachment.data'
import { inFolders, isImage, TYPES } from '@/lib/attachments/attachment.rules'
import { BringForm } from './bring-form'
import { RemoveForm } from './remove-form'

/** The papers of a file in folders, and the way to bring one; beside them what is written and given. */
export const PapersPart = ({
  caseId,
  papers,
  children,
}: {
  caseId: string
  papers: readonly Attachment[]
  /** What other rooms have on paper, and the ways there. */
  children: ReactNode
}) => {
  const t = useTranslations('attachments')
  const there = papers.filter(({ removedAt }) => removedAt === null)
  const gone = papers.filter(({ removedAt }) => removedAt !== null)
  return (
    <div className="grid items-start gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <section aria-labelledby="papers" className="grid gap-4">
        <h2 id="papers" className="sr-only">
          {t('title')}
        </h2>
        <div className="rounded border border-dashed border-edge bg-surface px-4 py-3 print:hidden">
          <BringForm caseId={caseId} />
        </div>
        {there.length === 0 ? <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState> : null}
        {inFolders(there).map(({ folder, papers: own }) => (
          <section key={folder} aria-labelledby={`folder-${folder}`}>
            <h3
              id={`folder-${folder}`}
              className="flex items-baseline gap-2 border-b border-edge pb-1 font-serif text-h3 font-semibold"
            >
              {t(`folder.${folder}`)}
              <span className="num font-sans text-sm font-normal text-muted">{own.length}</span>
            </h3>
            <ul>
              {own.map((paper) => (
                <Paper key={paper.id} paper={paper} />
              ))}
            </ul>
          </section>
        ))}
        {gone.length === 0 ? null : <Gone papers={gone} />}
      </section>
      <div className="grid gap-5">{children}</div>
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
    <li data-print="whole" className="border-b border-hair py-1.5">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <strong dir="auto" className="wrap-anywhere">
            {name}
          </strong>
          <span className="text-sm text-muted">{t(`kind.${kind}`)}</span>
          {scan === 'waiting' ? <Tag kind="late">{t('waiting')}</Tag> : null}
        </p>
        <p className="text-sm text-muted">
          {t.rich('broughtBy', {
            type: TYPES[type].toUpperCase(),
            size: size(bytes),
            name: by,
            on: () => <Time at={createdAt} style="moment" />,
          })}
          {scan === 'none' ? ` · ${t('notScanned')}` : null}
        </p>
        {scan === 'waiting' ? <p className="max-w-prose text-sm">{t('waitingWhat')}</p> : null}
      </div>
      <div className="flex min-w-0 flex-wrap items-start gap-x-5 *:min-w-0 *:open:basis-full print:hidden">
        {scan === 'waiting' ? (
          <ActionButton action={scanPaper} input={{ attachmentId: id }}>
            {t('scan')}
          </ActionButton>
        ) : (
          <a
            href={`/api/attachments?id=${id}`}
            className="inline-flex min-h-11 items-center text-sm font-semibold text-link underline sm:min-h-8"
          >
            {t.rich('take', { name: () => <span className="sr-only">{name}</span> })}
          </a>
        )}
        {isImage(type) && scan !== 'waiting' ? <Preview id={id} name={name} /> : null}
        <details>
          <summary className="inline-flex min-h-11 items-center text-sm text-link sm:min-h-8">
            {t('remove')}
          </summary>
          <div className="pt-2">
            <RemoveForm attachmentId={id} />
          </div>
        </details>
      </div>
    </li>
  )
}

/** A picture in the page. It was drawn anew when it came, and the browser asks for it only when this is opened. */
const Preview = ({ id, name }: { id: string; name: string }) => {
  const t = useTranslations('attachments')
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-link sm:min-h-8">
        {t('preview')}
        <span className="sr-only">: {name}</span>
      </summary>
      {/* biome-ignore lint/performance/noImgElement: it is read with the reader's own session, and no server may make copies of it. */}
      <img
        src={`/api/attachments?id=${id}&show=picture`}
        alt={t('previewOf', { name })}
        loading="lazy"
        className="mt-2 max-h-[70dvh] max-w-full rounded border border-hair"
      />
    </details>
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
