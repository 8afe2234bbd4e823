import { useLocale, useTranslations } from 'next-intl'
import { useDangerLabels } from '@/components/cases/danger-labels'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { PageTitle } from '@/components/layout/page-title'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { formatTime } from '@/components/ui/time'
import { labelIn, toWords } from '@/lib/cases/word.view'
import type { Booklet } from '@/lib/handovers/handover-page.data'

type File = Booklet['files'][number]

/** The booklet of a hand-over on A4: codes and initials, unless someone asked for the names. */
export const BookletPage = ({ data, by, at }: { data: Booklet; by: string; at: Date }) => {
  const t = useTranslations('handovers')
  const locale = useLocale()
  const labels = toWords(data.words, locale)
  const until = data.untilDay === null ? '' : formatTime(locale, data.untilDay, 'day')
  return (
    <div className="paper-sheet">
      <PageTitle
        title={t('booklet.title')}
        heading={t('heading', { name: data.from })}
        back={{ href: '/handovers', words: t('all') }}
      >
        <p className="text-ink">
          {data.kind === 'permanent' ? t('forGood') : t('untilWhen', { day: until })}{' '}
          {t('files', { count: data.files.length })}.
        </p>
      </PageTitle>
      <div data-print="no" className="mb-6 grid gap-3">
        <Notice kind={data.withNames ? 'late' : 'info'}>
          <p>{t(data.withNames ? 'booklet.withNames' : 'booklet.withoutNames')}</p>
        </Notice>
        <p className="flex flex-wrap gap-3">
          <PrintButton>{t('booklet.print')}</PrintButton>
          <LinkButton
            kind="quiet"
            href={
              data.withNames ? `/handovers/${data.id}/booklet` : `/handovers/${data.id}/booklet?names=yes`
            }
          >
            {t(data.withNames ? 'booklet.hideNames' : 'booklet.showNames')}
          </LinkButton>
        </p>
      </div>
      {data.files.length === 0 ? <p className="text-muted">{t('nothingHere')}</p> : null}
      <ol className="border-b border-edge">
        {data.files.map((file, index) => (
          <BookletFile
            key={file.caseId}
            file={file}
            number={index + 1}
            kind={labels.of('case_kind', file.kind)}
            place={file.place === null ? null : labelIn(file.place, locale)}
          />
        ))}
      </ol>
      <p className="paper-foot mt-6 text-sm">
        {t('booklet.foot', { name: by, day: formatTime(locale, at, 'moment') })}
      </p>
    </div>
  )
}

type Props = {
  readonly file: File
  readonly number: number
  readonly kind: string
  readonly place: string | null
}

const BookletFile = ({ file, number, kind, place }: Props) => {
  const t = useTranslations('handovers')
  const locale = useLocale()
  const danger = useDangerLabels()
  const { code, initials, names, nextStepOn, to, note, deadlines, dangers } = file
  return (
    <li data-print="whole" className="border-t border-edge py-3">
      <p className="relative flex flex-wrap items-baseline gap-x-4 ps-11">
        <span className="num absolute start-0 text-h2 font-semibold">{number}</span>
        <bdi className="text-h2 font-semibold">{names.length === 0 ? initials : names.join(', ')}</bdi>
        <span className="code">{code}</span>
        <span>{kind}</span>
        {place === null ? null : <span>{place}</span>}
        {to === '' ? null : <span className="ms-auto">{t('goesTo', { name: to })}</span>}
      </p>
      {dangers.map((one) => (
        <p key={one.rank} className="ps-11 font-semibold">
          {danger(one)}
        </p>
      ))}
      {nextStepOn === null ? null : (
        <p className="ps-11 text-sm">{t('stepOn', { day: formatTime(locale, nextStepOn, 'day') })}</p>
      )}
      {deadlines.length === 0 ? null : (
        <ul className="ps-11 text-sm">
          {deadlines.map((line) => (
            <Deadline key={line.id} line={line} />
          ))}
        </ul>
      )}
      <p dir="auto" className="ps-11 whitespace-pre-line wrap-anywhere">
        {note === '' ? t('note.none') : note}
      </p>
    </li>
  )
}

/** What must not be missed: the one who takes the file over reads it before anything else. */
const Deadline = ({ line }: { line: File['deadlines'][number] }) => {
  const { t, said, day } = useDeadlineLabels()
  const { dueOn, remindOn, title, meaning } = line
  const on = dueOn ?? remindOn
  return (
    <li>
      {said(title)}
      {' · '}
      {on === null
        ? t('noDate')
        : t.rich('says', {
            what: t(`meaning.${meaning}`),
            day: () => <strong>{dueOn === null ? `(${day(on)})` : day(on)}</strong>,
          })}
    </li>
  )
}
