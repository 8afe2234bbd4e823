import { useLocale } from 'next-intl'
import type { ReactNode } from 'react'
import { RowTools } from '@/components/registers/row-tools'
import { Fold } from '@/components/ui/fold'
import { PhoneFold } from '@/components/ui/phone-fold'
import type { AsylumPart } from '@/lib/asylum/asylum-page.data'
import type { Reception } from '@/lib/asylum/reception.data'
import { type Labels, toWords } from '@/lib/cases/word.view'
import { useAsylumLabels } from './asylum-labels'
import { EmptyRegister } from './empty-register'
import { ReceptionForm } from './reception-form'
import { Register } from './register-card'

/** Where a person is and was received, with the compulsory place of registration. */
export const Receptions = ({
  caseId,
  receptions,
  words: rows,
  href,
  canEdit,
  help,
}: {
  caseId: string
  receptions: readonly Reception[]
  words: AsylumPart['words']
  href: string
  canEdit: boolean
  help: ReactNode
}) => {
  const { t, date } = useAsylumLabels()
  const labels = toWords(rows, useLocale())
  const options = {
    places: labels.options('reception_place_type'),
    phases: labels.options('reception_phase'),
    codes: labels.options('code_207_status'),
  }
  const empty = (
    <>
      {help}
      <ReceptionForm caseId={caseId} reception={null} doneHref={href} options={options} />
    </>
  )
  if (receptions.length === 0)
    return canEdit ? (
      <EmptyRegister title={t('receptions')} label={t('receptionNew')}>
        {empty}
      </EmptyRegister>
    ) : null
  return (
    <Register title={t('receptions')}>
      <PhoneFold label={t('showEntries', { count: receptions.length })}>
        <ul>
          {receptions.map((reception) => (
            <li key={reception.id} className="tooled-row border-b border-hair py-2">
              <Facts reception={reception} labels={labels} />
              <RowTools of={labels.of('reception_place_type', reception.placeType)}>
                <p className="py-1.5 text-sm text-muted">
                  {t('by', { name: reception.by, at: date(reception.createdAt) })}
                </p>
                {canEdit ? (
                  <Fold
                    key={reception.version}
                    label={t('change')}
                    of={labels.of('reception_place_type', reception.placeType)}
                  >
                    <ReceptionForm caseId={caseId} reception={reception} doneHref={href} options={options} />
                  </Fold>
                ) : null}
              </RowTools>
            </li>
          ))}
        </ul>
      </PhoneFold>
      {canEdit ? (
        <Fold key={receptions.length} label={t('receptionNew')}>
          {empty}
        </Fold>
      ) : null}
    </Register>
  )
}

const Facts = ({ reception, labels: words }: { reception: Reception; labels: Labels }) => {
  const { t, date } = useAsylumLabels()
  const { placeType, phase, code207, fromOn, untilOn, endReason } = reception
  const facts = [
    phase === null ? null : words.of('reception_phase', phase),
    code207 === null ? null : t('code207Says', { status: words.of('code_207_status', code207) }),
    fromOn === null ? null : t('fromOn', { on: date(fromOn) }),
    untilOn === null ? null : t('untilOn', { on: date(untilOn) }),
    endReason === null ? null : t(`endReason.${endReason}`),
  ].filter((fact) => fact !== null)
  return (
    <>
      <p>
        <strong>{words.of('reception_place_type', placeType)}</strong>
      </p>
      {facts.length === 0 ? null : <p>{facts.join(' · ')}</p>}
    </>
  )
}
