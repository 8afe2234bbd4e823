import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageTitle } from '@/components/layout/page-title'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { formatTime, Time } from '@/components/ui/time'
import type { HandoverPageData } from '@/lib/handovers/handover-page.data'
import { Asked } from './asked'
import { FileCell } from './file-cell'
import { NoteCell } from './note-cell'
import { Preparing } from './preparing'
import { Sent } from './sent'
import { useWhyLabels } from './why-labels'

/** What a column of its own says. */
const OF_ENTRY: readonly string[] = ['accredited', 'accreditationEnds', 'notAccredited']

/** One hand-over, for the one who leads it, the one who leaves, or the one who is asked. */
export const HandoverPage = ({ data, actorId }: { data: HandoverPageData; actorId: string }) => {
  const t = useTranslations('handovers')
  const locale = useLocale()
  const asked = data.files.filter(({ state, toStaffId }) => state === 'offered' && toStaffId === actorId)
  const until = data.untilDay === null ? '' : formatTime(locale, data.untilDay, 'day')
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex flex-wrap sm:-mb-6 items-start justify-between gap-x-3">
        <PageTitle
          title={t('title')}
          heading={t('heading', { name: data.from })}
          back={{ href: '/handovers', words: t('all') }}
        >
          {data.kind === 'permanent' ? t('forGood') : t('untilWhen', { day: until })}{' '}
          {data.sentAt === null ? null : (
            <>
              {t('sentBy', { name: data.sender })} <Time at={data.sentAt} style="moment" />.
            </>
          )}
        </PageTitle>
        <LinkButton kind="quiet" href={`/handovers/${data.id}/booklet`}>
          {t('booklet.link')}
        </LinkButton>
      </div>
      {data.state === 'undone' ? <Notice kind="info" title={t('undoneNotice')} /> : null}
      {asked.length === 0 ? null : <Asked handoverId={data.id} files={asked} />}
      <Rest data={data} />
    </div>
  )
}

const Rest = ({ data }: { data: HandoverPageData }): ReactNode => {
  const t = useTranslations('handovers')
  const whyWords = useWhyLabels()
  if (data.files.length === 0) return <EmptyState title={t('nothingHere')}>{t('nothingHereWhat')}</EmptyState>
  // A table that another colleague has changed meanwhile begins anew with what they chose.
  if (data.isLed && data.state === 'draft') {
    const reasons = Object.fromEntries(
      data.files.map(({ caseId, suggestion }) => [
        caseId,
        whyWords((suggestion?.why ?? []).filter(({ kind }) => !OF_ENTRY.includes(kind))),
      ]),
    )
    return <Preparing key={data.version} data={data} reasons={reasons} />
  }
  if (data.isLed) return <Sent data={data} />
  const rest = data.files.filter(({ state }) => state !== 'offered')
  if (rest.length === 0) return null
  return (
    <section aria-labelledby="files" className="grid gap-2">
      <h2 id="files">{t(data.isMine ? 'leaver.title' : 'taken', { count: rest.length })}</h2>
      {data.isMine && data.state === 'draft' ? (
        <p className="max-w-prose text-muted">{t('leaver.what')}</p>
      ) : null}
      <Card tight>
        <ul>
          {rest.map((file) => (
            <li
              key={file.caseId}
              {...(file.isRestricted ? { 'data-print': 'no' } : {})}
              className="flex flex-wrap items-start gap-x-6 gap-y-2 border-t border-hair py-3 first:border-t-0"
            >
              <div className="sm:w-64">
                <FileCell file={file} />
                {file.to === '' ? null : <p className="text-sm">{t('goesTo', { name: file.to })}</p>}
              </div>
              <div className="min-w-0 grow basis-72">
                <NoteCell
                  key={file.noteVersion}
                  handoverId={data.id}
                  file={file}
                  canWrite={data.isMine && data.state === 'draft'}
                />
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  )
}
