import { useFormatter } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Tag } from '@/components/ui/tag'
import type { AsylumPart } from '@/lib/asylum/asylum-page.data'
import type { MandateRow } from '@/lib/asylum/mandate.data'
import { mandateState } from '@/lib/asylum/mandate.rules'
import { emptyMandate, mandateFields } from '@/lib/asylum/register.view'
import type { Option } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import { useAsylumWords } from './asylum-words'
import { MandateForm } from './mandate-form'
import { RegisterRow, TakenBack, type Told } from './register-row'

/** Who acts in court, in one sentence; then every lawyer and office, and what was asked and is not granted. */
export const Mandates = ({
  caseId,
  part: { mandates, ways },
  canEdit,
  today,
  help,
}: {
  caseId: string
  part: Pick<AsylumPart, 'mandates' | 'ways'>
  canEdit: boolean
  today: Day
  help: ReactNode
}) => {
  const { t, date, wayName } = useAsylumWords()
  const format = useFormatter()
  const options: Option[] = ways.map(({ application }) => ({
    value: application.id,
    label: wayName(application),
  }))
  const acting = mandates.standing.filter(({ row }) => mandateState(row, today).state === 'acts')
  const tell = (row: MandateRow): Told => {
    const { id, who, aid, applicationId, askedOn, grantedOn, endedOn, endReason, words, by, recordedAt } = row
    const way = options.find(({ value }) => value === applicationId)
    return {
      id,
      title: who,
      facts: [
        t(`mandate.aid.${aid}`),
        way === undefined ? null : t('mandate.waySays', { way: way.label }),
        askedOn === null ? null : t('mandate.askedSays', { on: date(askedOn) }),
        grantedOn === null ? null : t('mandate.grantedSays', { on: date(grantedOn) }),
        endedOn === null ? null : t('mandate.endedSays', { on: date(endedOn) }),
        endReason === null ? null : t('mandate.endedBecause', { reason: t(`mandate.end.${endReason}`) }),
      ],
      words,
      by,
      recordedAt,
    }
  }
  if (mandates.standing.length + mandates.mistakes.length === 0 && !canEdit) return null
  return (
    <Card as="section" label={t('mandate.title')}>
      <h3>{t('mandate.title')}</h3>
      <p dir="auto" className={acting.length === 0 ? 'text-muted' : 'font-serif text-h3 font-semibold'}>
        {acting.length === 0
          ? t('mandate.nobody')
          : t('mandate.acts', { who: format.list(acting.map(({ row }) => row.who)) })}
      </p>
      <ul className="mt-2 grid gap-3">
        {mandates.standing.map(({ row, earlier }) => (
          <RegisterRow
            key={row.subjectId}
            row={row}
            register="mandate"
            told={tell(row)}
            earlier={earlier.map(tell)}
            canEdit={canEdit}
            note={<State row={row} today={today} />}
            form={<MandateForm fields={mandateFields(row)} ways={options} today={today} />}
          />
        ))}
      </ul>
      <TakenBack
        rows={mandates.mistakes.map(({ row, earlier }) => ({
          told: tell(row),
          mistake: row.mistake,
          earlier: earlier.map(tell),
        }))}
      />
      {canEdit ? (
        <Fold key={mandates.standing.length + mandates.mistakes.length} label={t('mandate.new')}>
          {help}
          <MandateForm fields={emptyMandate(caseId)} ways={options} today={today} />
        </Fold>
      ) : null}
    </Card>
  )
}

/** Whether the mandate is there, in words. */
const State = ({ row, today }: { row: MandateRow; today: Day }) => {
  const { t } = useAsylumWords()
  const said = mandateState(row, today)
  if (said.state === 'waits')
    return (
      <p>
        <Tag kind="late">{t('mandate.state.waits', { days: said.days })}</Tag>
      </p>
    )
  return said.state === 'ended' ? null : (
    <p>
      <Tag kind={said.state === 'acts' ? 'done' : 'plain'}>{t(`mandate.state.${said.state}`)}</Tag>
    </p>
  )
}
