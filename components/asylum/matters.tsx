import { useFormatter } from 'next-intl'
import type { ReactNode } from 'react'
import { useClockWords } from '@/components/deadlines/clock-words'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { LinkList } from '@/components/ui/link-list'
import type { AsylumPart } from '@/lib/asylum/asylum-page.data'
import type { MatterRow } from '@/lib/asylum/matter.data'
import { emptyMatter, matterFields } from '@/lib/asylum/register.view'
import { useAsylumWords } from './asylum-words'
import { MatterForm } from './matter-form'
import { RegisterRow, TakenBack, type Told } from './register-row'

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
  const { t, when } = useAsylumWords()
  const clocks = useClockWords()
  const format = useFormatter()
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  const tell = (row: MatterRow): Told => {
    const { id, personId, matter, kind, on, programme, doubts, words, by, recordedAt } = row
    const person = people.length < 2 ? undefined : people.find((one) => one.id === personId)
    return {
      id,
      title: t('matter.says', { matter: t(`matter.name.${matter}`), step: t(`matter.step.${kind}`) }),
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
      words,
      by,
      recordedAt,
    }
  }
  if (matters.standing.length + matters.mistakes.length === 0 && !canEdit) return null
  return (
    <Card as="section" label={t('matter.title')}>
      <h3>{t('matter.title')}</h3>
      <p className="max-w-prose text-muted">
        {t(matters.standing.length === 0 ? 'matter.none' : 'matter.noClock')}
      </p>
      <ul className="mt-2 grid gap-3">
        {matters.standing.map(({ row, earlier }) => (
          <RegisterRow
            key={row.subjectId}
            row={row}
            register="matter"
            told={tell(row)}
            earlier={earlier.map(tell)}
            canEdit={canEdit}
            note={
              row.kind === 'refused' ? (
                <p className="max-w-prose text-late">{t('matter.refusedSays')}</p>
              ) : (
                <LinkList
                  links={clocks({ started: [], closed: matters.closed.get(row.id) ?? [] }, deadlinesHref)}
                />
              )
            }
            form={<MatterForm fields={matterFields(row)} people={options} />}
          />
        ))}
      </ul>
      <TakenBack
        rows={matters.mistakes.map(({ row, earlier }) => ({
          told: tell(row),
          mistake: row.mistake,
          earlier: earlier.map(tell),
        }))}
      />
      {canEdit ? (
        <Fold key={matters.standing.length + matters.mistakes.length} label={t('matter.new')}>
          {help}
          <MatterForm fields={emptyMatter(caseId)} people={options} />
        </Fold>
      ) : null}
    </Card>
  )
}
