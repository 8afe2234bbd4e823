import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionButton } from '@/components/forms/action-button'
import { PageTitle } from '@/components/layout/page-title'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Time } from '@/components/ui/time'
import { readNotices } from '@/lib/notices/notice.actions'
import type { NoticeLine, NoticesShown } from '@/lib/notices/notice.data'
import { toHref } from '@/lib/notices/notice.view'
import { BellEcho } from './bell-echo'
import { NoticeLink } from './notice-link'

/** What colleagues did that concerns the reader: unread first. */
export const NoticesPage = ({ shown }: { shown: NoticesShown }) => {
  const t = useTranslations('notices')
  const unread = shown.lines.filter(({ readAt }) => readAt === null)
  const earlier = shown.lines.filter(({ readAt }) => readAt !== null)
  return (
    <>
      <BellEcho unread={shown.unread} />
      <div className="-mb-3 flex flex-wrap items-start justify-between gap-x-4">
        <PageTitle title={t('title')} />
        <span className="-mt-0.5 print:hidden">
          <LinkButton kind="plain" href="/notices/settings">
            {t('settings')}
          </LinkButton>
        </span>
      </div>
      {shown.lines.length === 0 ? <EmptyState title={t('none')}>{t('noneWhat')}</EmptyState> : null}
      <Lines id="unread" title={t('unread')} lines={unread}>
        <ActionButton action={readNotices} input={{ ids: null }}>
          {t('markAll')}
        </ActionButton>
      </Lines>
      <Lines id="earlier" title={t('earlier')} lines={earlier} />
      <p className="max-w-prose text-sm text-muted">{t('intro')}</p>
      {shown.hasMore ? <p className="mt-4 text-muted">{t('more')}</p> : null}
    </>
  )
}

const Lines = ({
  id,
  title,
  lines,
  children,
}: {
  id: string
  title: string
  lines: readonly NoticeLine[]
  /** What is done with all of them. */
  children?: ReactNode
}) => {
  if (lines.length === 0) return null
  return (
    <section aria-labelledby={id} className="mb-6">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4">
        <h2 id={id}>{title}</h2>
        <span className="print:hidden">{children}</span>
      </div>
      <ul className="border-t border-edge">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  )
}

const Line = ({ line: { id, kind, file, damagedPlace, createdAt, readAt } }: { line: NoticeLine }) => {
  const t = useTranslations('notices')
  const words = t(`line.${kind}`)
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-hair py-1.5 sm:py-1">
      <div className="min-w-0 grow basis-64 max-sm:basis-full">
        <p className={readAt === null ? 'font-semibold' : ''}>
          {words}
          {file === null ? null : <span className="code font-normal text-muted"> · {file.code}</span>}
        </p>
        {damagedPlace === null ? null : <p className="text-sm wrap-anywhere">{damagedPlace}</p>}
      </div>
      <p className="text-sm text-muted max-sm:grow">
        <Time at={createdAt} style="moment" />
      </p>
      <span className="flex flex-wrap gap-x-3 max-sm:-ms-3">
        {readAt === null ? (
          <ActionButton action={readNotices} input={{ ids: [id] }} kind="plain">
            {t('markRead')}
          </ActionButton>
        ) : null}
        {damagedPlace === null ? (
          <NoticeLink
            id={id}
            href={toHref(kind, file)}
            label={file === null ? `${t('open')}: ${words}` : t('openFile', { code: file.code })}
          >
            {t('open')}
          </NoticeLink>
        ) : null}
      </span>
    </li>
  )
}
