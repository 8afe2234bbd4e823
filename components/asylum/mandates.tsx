import type { ReactNode } from 'react'
import { Tag } from '@/components/ui/tag'
import type { AsylumPart } from '@/lib/asylum/asylum-page.data'
import { mandateState } from '@/lib/asylum/mandate.rules'
import { type MandateRow, mandate } from '@/lib/asylum/mandate.schema'
import type { Option } from '@/lib/cases/word.view'
import { emptyForm, toForm } from '@/lib/records/record.schema'
import type { Day } from '@/lib/shared/dates'
import { useAsylumLabels } from './asylum-labels'
import { MandateForm } from './mandate-form'
import { RegisterCard, type Said } from './register-card'

/** Every lawyer and office, who acts in court, and what was asked and is not granted. */
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
  const { t, date, wayName } = useAsylumLabels()
  const options: Option[] = ways.map(({ application }) => ({
    value: application.id,
    label: wayName(application),
  }))
  const isActing = mandates.current.some(({ row }) => mandateState(row, today).state === 'acts')
  const tell = ({ who, aid, applicationId, askedOn, grantedOn, endedOn, endReason }: MandateRow): Said => {
    const way = options.find(({ value }) => value === applicationId)
    return {
      title: who,
      facts: [
        t(`mandate.aid.${aid}`),
        way === undefined ? null : t('mandate.waySays', { way: way.label }),
        askedOn === null ? null : t('mandate.askedSays', { on: date(askedOn) }),
        grantedOn === null ? null : t('mandate.grantedSays', { on: date(grantedOn) }),
        endedOn === null ? null : t('mandate.endedSays', { on: date(endedOn) }),
        endReason === null ? null : t('mandate.endedBecause', { reason: t(`mandate.end.${endReason}`) }),
      ],
    }
  }
  return (
    <RegisterCard
      register="mandate"
      rows={mandates}
      tell={tell}
      title={t('mandate.title')}
      label={t('mandate.new')}
      canEdit={canEdit}
      help={help}
      note={(row) => <State row={row} today={today} />}
      form={(row) => <MandateForm fields={toForm(mandate, row)} ways={options} today={today} />}
      empty={<MandateForm fields={emptyForm(mandate, caseId)} ways={options} today={today} />}
    >
      {/* Who does is said in their row. */}
      {isActing ? null : <p className="text-muted">{t('mandate.none')}</p>}
    </RegisterCard>
  )
}

/** Whether the mandate is there, in words. */
const State = ({ row, today }: { row: MandateRow; today: Day }) => {
  const { t } = useAsylumLabels()
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
