import { useFormatter } from 'next-intl'
import type { ReactNode } from 'react'
import { useClockLabels } from '@/components/deadlines/clock-labels'
import { LinkList } from '@/components/ui/link-list'
import type { AsylumPart } from '@/lib/asylum/asylum-page.data'
import { type MatterRow, matter } from '@/lib/asylum/matter.schema'
import { emptyForm, toForm } from '@/lib/records/record.schema'
import { useAsylumLabels } from './asylum-labels'
import { MatterForm } from './matter-form'
import { RegisterCard, type Said } from './register-card'

/** Return, nationality, statelessness: what was done, the latest first, and that no clock runs. */
export const Matters = ({
  caseId,
  part: { matters, people },
  canEdit,
  deadlinesHref,
  help,
}: {
  caseId: string
  part: Pick<AsylumPart, 'matters' | 'people'>
  canEdit: boolean
  deadlinesHref: string
  help: ReactNode
}) => {
  const { t, when } = useAsylumLabels()
  const clocks = useClockLabels()
  const format = useFormatter()
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  const tell = ({ personId, matter: of, kind, on, programme, doubts }: MatterRow): Said => {
    const person = people.length < 2 ? undefined : people.find((one) => one.id === personId)
    return {
      title: t('matter.says', { matter: t(`matter.name.${of}`), step: t(`matter.step.${kind}`) }),
      facts: [
        on === null ? t('onUnknown') : when(on),
        person === undefined ? null : t('matter.forWhom', { name: person.name }),
        programme === null
          ? null
          : t('matter.programmeSays', { programme: t(`matter.programme.${programme}`) }),
        doubts.length === 0
          ? null
          : t('matter.doubtsSays', {
              doubts: format.list(doubts.map((one) => t(`matter.doubt.${one}`))),
            }),
      ],
    }
  }
  return (
    <RegisterCard
      isFolded
      register="matter"
      rows={matters}
      tell={tell}
      title={t('matter.title')}
      label={t('matter.new')}
      canEdit={canEdit}
      help={help}
      note={({ id, kind }) =>
        kind === 'refused' ? (
          <p className="max-w-prose text-late">{t('matter.refusedSays')}</p>
        ) : (
          <LinkList links={clocks({ started: [], closed: matters.closed.get(id) ?? [] }, deadlinesHref)} />
        )
      }
      form={(row) => <MatterForm fields={toForm(matter, row)} people={options} />}
      empty={<MatterForm fields={emptyForm(matter, caseId)} people={options} />}
    >
      <p className="max-w-prose text-muted">{t('matter.noClock')}</p>
    </RegisterCard>
  )
}
