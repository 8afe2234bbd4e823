import { useLocale, useTranslations } from 'next-intl'
import { RowTools } from '@/components/registers/row-tools'
import { Fold } from '@/components/ui/fold'
import { FreeText } from '@/components/ui/free-text'
import { InlineLink } from '@/components/ui/inline-link'
import { Tag, type TagKind } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { Gap } from '@/lib/consents/cover.rules'
import { isOwnUse } from '@/lib/consents/vocabulary.rules'
import type { Day } from '@/lib/shared/dates'
import type { ConsentShown } from '@/lib/summaries/consents-page.data'
import { type Recipients, useConsentLabels } from './consent-labels'
import { EndForm } from './end-form'
import { SignatureDrawing } from './signature-drawing'

const LOOKS: Readonly<Record<Gap | 'given' | 'mistake', TagKind>> = {
  given: 'done',
  refused: 'plain',
  withdrawn: 'plain',
  child: 'plain',
  expired: 'late',
  guardian: 'late',
  not_asked: 'plain',
  scope: 'plain',
  mistake: 'plain',
}

type Props = {
  readonly row: ConsentShown
  readonly fileCode: string
  readonly recipients: Recipients
  readonly canEdit: boolean
  readonly today: Day
}

/** One answer: to whom and of what, whether it holds today and why not, and the ways to end it. */
export const ConsentItem = ({ row, fileCode, recipients, canEdit, today }: Props) => {
  const { t, title, current, scopes, facts, proof, recipient, date } = useConsentLabels(recipients)
  const name = title(row)
  const form = (kind: 'withdrawn' | 'mistake') => (
    <EndForm
      fields={{
        caseId: row.caseId,
        consentId: row.id,
        kind,
        endedOn: today,
        saidBy: '',
        words: '',
        task:
          kind === 'withdrawn' && !isOwnUse(row.purpose)
            ? t('withdraw.taskText', {
                recipient: [recipient(row), ...row.told.map(({ code }) => code)].join(', '),
              })
            : '',
      }}
      isMinor={row.isMinor}
      today={today}
    />
  )
  const ends = [row.withdrawn, row.mistake].filter((end) => end !== null)
  return (
    <li
      id={`consent-${row.id}`}
      data-print="whole"
      className="tooled-row min-w-0 border-b border-hair py-2.5"
    >
      <p>
        <strong dir="auto" className={row.isMistake ? 'line-through wrap-anywhere' : 'wrap-anywhere'}>
          {name}
        </strong>
      </p>
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
        <Tag kind={LOOKS[row.state]}>{current(row, row.state)}</Tag>
        {facts(row)}
      </p>
      <p className="text-sm empty:hidden">{scopes(row)}</p>
      <SignatureDrawing drawing={row.proof.drawing} label={t('signature')} />
      <FreeText text={row.proof.statement} className="max-w-prose" />
      <FreeText text={row.words} className="max-w-prose" />
      {row.told.length === 0 ? null : (
        <p className="text-sm">
          {t('told')}{' '}
          {row.told.map(({ id, code, at }, index) => (
            <span key={id}>
              {index === 0 ? '' : ', '}
              <span className="code">{code}</span> ({date(at)})
            </span>
          ))}
        </p>
      )}
      <Sheets sheets={row.sheets} />
      {ends.map((end) => (
        <div key={end.recordedAt.toISOString()} className="mt-1">
          <p className="text-sm">
            {end.saidBy === null
              ? t('mistake.says', { name: end.by, at: date(end.recordedAt) })
              : t('withdraw.says', { who: t(`giver.${end.saidBy}`), on: date(end.on), name: end.by })}
          </p>
          <FreeText text={end.words} className="max-w-prose" />
        </div>
      ))}
      <RowTools of={name}>
        <p className="pt-1.5 text-sm text-muted empty:hidden">{proof(row)}</p>
        <p className="py-1.5 text-sm text-muted">{t('by', { name: row.by, at: date(row.recordedAt) })}</p>
        {canEdit && !row.isMistake ? (
          <>
            <InlineLink href={`/cases/${fileCode}/consents/${row.id}/paper?file=${row.caseId}`}>
              {t('paper.open')}
              <span className="sr-only">: {name}</span>
            </InlineLink>
            {row.answer === 'given' && row.withdrawn === null ? (
              <Fold label={t('withdraw.open')} of={name}>
                {form('withdrawn')}
              </Fold>
            ) : null}
            <Fold label={t('mistake.open')} of={name}>
              {form('mistake')}
            </Fold>
          </>
        ) : null}
      </RowTools>
    </li>
  )
}

/** To whom a sheet was sent on it; of a link also how it stands and when it was opened. */
const Sheets = ({ sheets }: { sheets: ConsentShown['sheets'] }) => {
  const t = useTranslations('consents')
  const tr = useTranslations('referrals')
  const locale = useLocale()
  if (sheets.length === 0) return null
  return (
    <div className="text-sm">
      <p>{t('sheets')}</p>
      <ul className="ms-5 list-disc">
        {sheets.map(({ id, to, at, share }) => (
          <li key={id} className="wrap-anywhere">
            <bdi>{to}</bdi>, {formatTime(locale, at, 'day')}
            {share === null
              ? ''
              : `. ${t('byLink', {
                  state: tr(`share.state.${share.state}`),
                  opened:
                    share.openings.length === 0
                      ? tr('share.never')
                      : tr('share.opened', {
                          count: share.openings.length,
                          of: share.maxOpenings,
                          when: share.openings.map((one) => formatTime(locale, one, 'moment')).join('; '),
                        }),
                })}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
