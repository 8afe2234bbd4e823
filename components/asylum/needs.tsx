import { useFormatter, useLocale } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import type { AsylumPart } from '@/lib/asylum/asylum-page.data'
import type { NeedRow } from '@/lib/asylum/need.data'
import { emptyNeed, needFields } from '@/lib/asylum/register.view'
import { toWords } from '@/lib/cases/word.view'
import type { Day } from '@/lib/shared/dates'
import { useAsylumWords } from './asylum-words'
import { NeedForm } from './need-form'
import { RegisterRow, TakenBack, type Told } from './register-row'

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
  const { t, date, when, day } = useAsylumWords()
  const format = useFormatter()
  const words = toWords(rows, useLocale())
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  const nameOf = ({ need, personId }: NeedRow): string => {
    const said = words.of('vulnerability', need)
    const person = people.length < 2 ? undefined : people.find(({ id }) => id === personId)
    return person === undefined ? said : t('need.of', { need: said, name: person.name })
  }
  const tell = (row: NeedRow): Told => {
    const { id, source, on, toldTo, toldOn, answer, answeredOn, endedOn, by, recordedAt } = row
    const authority = toldTo === null ? '' : t(`need.authority.${toldTo}`)
    return {
      id,
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
      words: row.words,
      by,
      recordedAt,
    }
  }
  const form = {
    people: options,
    needs: words.options('vulnerability'),
    today,
  }
  if (needs.standing.length + needs.mistakes.length === 0 && !canEdit) return null
  return (
    <Card as="section" label={t('need.title')}>
      <h3 id="needs">{t('need.title')}</h3>
      {needs.standing.length === 0 ? <p className="text-muted">{t('need.none')}</p> : null}
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
      <ul className="grid gap-3">
        {needs.standing.map(({ row, earlier }) => (
          <RegisterRow
            key={row.subjectId}
            row={row}
            register="need"
            told={tell(row)}
            earlier={earlier.map(tell)}
            canEdit={canEdit}
            form={<NeedForm fields={needFields(row)} {...form} />}
          />
        ))}
      </ul>
      <TakenBack
        rows={needs.mistakes.map(({ row, earlier }) => ({
          told: tell(row),
          mistake: row.mistake,
          earlier: earlier.map(tell),
        }))}
      />
      {canEdit ? (
        <Fold key={needs.standing.length + needs.mistakes.length} label={t('need.new')}>
          <NeedForm fields={emptyNeed(caseId, people.length === 1 ? (people[0]?.id ?? '') : '')} {...form} />
        </Fold>
      ) : null}
    </Card>
  )
}
