import { useFormatter, useLocale } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { AsylumPart } from '@/lib/asylum/asylum-page.data'
import { type NeedRow, need as specialNeed } from '@/lib/asylum/need.schema'
import { toWords } from '@/lib/cases/word.view'
import { emptyForm, toForm } from '@/lib/records/record.schema'
import type { Day } from '@/lib/shared/dates'
import { useAsylumLabels } from './asylum-labels'
import { NeedForm } from './need-form'
import { RegisterCard, type Said } from './register-card'

/** Special needs, with what an authority was told and answered, and which interview comes before it was told. */
export const Needs = ({
  caseId,
  part: { needs, untold, people, words: rows },
  canEdit,
  today,
}: {
  caseId: string
  part: Pick<AsylumPart, 'needs' | 'untold' | 'people' | 'words'>
  canEdit: boolean
  today: Day
}) => {
  const { t, date, when, day } = useAsylumLabels()
  const format = useFormatter()
  const labels = toWords(rows, useLocale())
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  const nameOf = ({ need, personId }: NeedRow): string => {
    const said = labels.of('vulnerability', need)
    const person = people.length < 2 ? undefined : people.find(({ id }) => id === personId)
    return person === undefined ? said : t('need.of', { need: said, name: person.name })
  }
  const tell = (row: NeedRow): Said => {
    const { source, on, toldTo, toldOn, answer, answeredOn, endedOn } = row
    const authority = toldTo === null ? '' : t(`need.authority.${toldTo}`)
    return {
      title: nameOf(row),
      facts: [
        t(`need.source.${source}`),
        on === null ? null : when(on),
        toldTo === null
          ? t('need.notTold')
          : toldOn === null
            ? t('need.toldNoDay', { authority })
            : t('need.toldSays', { authority, on: date(toldOn) }),
        answer === null ? null : t(`need.answer.${answer}`),
        answeredOn === null ? null : t('need.answeredSays', { on: date(answeredOn) }),
        endedOn === null ? null : t('need.endedSays', { on: date(endedOn) }),
      ],
    }
  }
  const form = {
    people: options,
    needs: labels.options('vulnerability'),
    today,
  }
  const [first, ...others] = people
  const personId = others.length === 0 ? (first?.id ?? '') : ''
  return (
    <RegisterCard
      register="need"
      rows={needs}
      tell={tell}
      title={t('need.title')}
      label={t('need.new')}
      canEdit={canEdit}
      form={(row) => <NeedForm fields={toForm(specialNeed, row)} {...form} />}
      empty={<NeedForm fields={emptyForm(specialNeed, caseId, { personId })} {...form} />}
    >
      {untold.map(({ interview, needs: open }) => (
        <div key={interview.id} className="my-2">
          <Notice kind="late">
            <p>
              {t('need.untold', {
                where: interview.form === null ? '' : t(`form.${interview.form}`),
                on: day(interview),
                needs: format.list(open.map(nameOf)),
              })}
            </p>
          </Notice>
        </div>
      ))}
    </RegisterCard>
  )
}
