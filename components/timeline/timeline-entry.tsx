import { useTranslations } from 'next-intl'
import { AnswerForm } from '@/components/cases/answer-form'
import { SignalTag } from '@/components/cases/signal-tag'
import { RowTools } from '@/components/registers/row-tools'
import { FreeText } from '@/components/ui/free-text'
import { InlineLink } from '@/components/ui/inline-link'
import { Tag } from '@/components/ui/tag'
import { Time } from '@/components/ui/time'
import type { CaseHeader } from '@/lib/cases/case-header.data'
import type { Rights } from '@/lib/cases/file.view'
import { noteHref } from '@/lib/cases/file-part.view'
import type { Labels } from '@/lib/cases/word.view'
import { pinOf, type TimelineItem, type TimelineSignal } from '@/lib/timeline/timeline.view'
import { useEntryLabels } from './entry-labels'
import { PinButton } from './pin-button'

/** One thing that happened: a note, or a conversation on a visit with what was done and what worries. */
export const TimelineEntry = ({
  item,
  labels: words,
  sheet,
  rights: { canAnswer, canWrite },
  me,
  since,
}: {
  item: TimelineItem
  labels: Labels
  sheet: Pick<CaseHeader, 'id' | 'code'>
  rights: Rights
  /** The one who looks: they correct their own notes. */
  me: string
  /** The last review of the file: what was written after it is marked. */
  since: Date | null
}) => {
  const t = useTranslations('cases')
  const { corrected } = item
  const name = useEntryLabels()(item)
  const isNew = since !== null && item.touchedAt > since
  const link =
    item.type === 'encounter'
      ? { href: `/detention/encounters/${item.id}`, words: t('timeline.correct') }
      : canWrite && item.authorId === me
        ? { href: noteHref(sheet, item.id), words: t('timeline.correctNote') }
        : corrected === null
          ? null
          : { href: noteHref(sheet, item.id), words: t('timeline.earlierTexts') }
  return (
    <li
      data-print="whole"
      id={`entry-${item.id}`}
      data-dot={
        item.type === 'note'
          ? 'plain'
          : item.signals.some(({ answer }) => answer === null)
            ? 'danger'
            : 'visit'
      }
      className="tooled-row"
    >
      <h3 className="flex flex-wrap items-baseline gap-x-2.5 font-sans text-base">
        <span className="font-semibold">{name}</span>
        <span className="text-sm font-normal text-muted">
          <span className="whitespace-nowrap">
            <Time at={item.on} /> ·
          </span>{' '}
          <span className="inline-block">{item.author}</span>
        </span>
      </h3>
      {item.type === 'note' && item.isPrivileged ? (
        <p className="mt-1">
          <Tag kind="sealed">{t('write.privileged')}</Tag>
        </p>
      ) : null}
      {item.pinnedAt === null && !isNew ? null : (
        <p className="mt-1 flex flex-wrap gap-2">
          {isNew ? <Tag kind="info">{t('timeline.new')}</Tag> : null}
          {item.pinnedAt === null ? null : <Tag>{t('pin.is')}</Tag>}
        </p>
      )}
      {item.type === 'note' || item.outcome === 'seen' ? null : (
        <p className="font-semibold">{t(`outcome.${item.outcome}`)}</p>
      )}
      <FreeText text={item.text} className="mt-0.5 max-w-prose" />
      {item.type === 'note' ? null : (
        <>
          {item.accounts.map(({ id, author, text }) =>
            text === '' ? null : (
              <p key={id} dir="auto" className="mt-1.5 max-w-prose whitespace-pre-wrap wrap-anywhere">
                <span className="text-sm text-muted">{author}: </span>
                {text}
              </p>
            ),
          )}
          <div className="mt-1.5 flex flex-wrap gap-2 empty:hidden">
            {item.actions.map((code) => (
              <Tag key={code}>{words.of('action_type', code)}</Tag>
            ))}
            {item.topics.map((code) => (
              <Tag key={code} kind="info">
                {words.of('encounter_topic', code)}
              </Tag>
            ))}
          </div>
          {item.signals.map((signal) => (
            <Signal key={signal.id} signal={signal} labels={words} caseId={sheet.id} canAnswer={canAnswer} />
          ))}
        </>
      )}
      {corrected === null ? null : (
        <p className="mt-1 text-sm text-muted">
          {t.rich('timeline.corrected', {
            name: corrected.by,
            when: () => <Time at={corrected.at} style="moment" />,
          })}
        </p>
      )}
      {link === null && !canWrite ? null : (
        <RowTools of={name}>
          {link === null ? null : <InlineLink href={link.href}>{link.words}</InlineLink>}
          {canWrite ? <PinButton caseId={sheet.id} pin={pinOf(item)} name={name} /> : null}
        </RowTools>
      )}
    </li>
  )
}

const Signal = ({
  signal,
  labels: words,
  caseId,
  canAnswer,
}: {
  signal: TimelineSignal
  labels: Labels
  caseId: string
  canAnswer: boolean
}) => {
  const t = useTranslations('cases')
  return (
    <div className={`mt-2 border-s-3 ps-3 ${signal.answer === null ? 'border-danger' : 'border-hair'}`}>
      <SignalTag severity={signal.severity} label={words.of('concern_type', signal.code)} />
      <FreeText text={signal.note} className="mt-0.5 max-w-prose" />
      {signal.answer === null ? (
        <>
          <p className="mt-1.5 text-sm font-semibold text-danger">{t('signal.unanswered')}</p>
          {canAnswer ? (
            <details className="mt-1 print:hidden">
              <summary className="inline-flex min-h-11 items-center font-semibold text-link">
                {t('signal.answer')}
              </summary>
              <AnswerForm signalId={signal.id} caseId={caseId} version={signal.version} />
            </details>
          ) : null}
        </>
      ) : (
        <div className="mt-1.5 text-sm">
          <p className="text-muted">
            {t('signal.answeredBy', { name: signal.answer.by })} <Time at={signal.answer.at} style="moment" />
          </p>
          <FreeText text={signal.answer.text} className="max-w-prose" />
        </div>
      )}
    </div>
  )
}
