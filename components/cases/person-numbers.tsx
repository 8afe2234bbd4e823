import { useTranslations } from 'next-intl'
import { toOptions } from '@/components/forms/options'
import { Fold } from '@/components/ui/fold'
import type { DetailsPart } from '@/lib/cases/file-page.data'
import { NUMBER_KINDS } from '@/lib/people/authority-number.rules'
import { isWithdrawnIn } from '@/lib/people/withdrawal.rules'
import { NumberForm } from './number-form'

type Numbers = DetailsPart['numbers']

/** The numbers of a person, each with whose it is. */
export const NumberLines = ({ numbers }: { numbers: Numbers }) => {
  const t = useTranslations('people.number')
  return numbers.map(({ id, kind, text, toConfirm }) => (
    <div key={id}>
      {t(kind)} <bdi className="num font-semibold wrap-anywhere">{text}</bdi>
      {toConfirm ? <span className="text-sm text-muted"> {t('toConfirm')}</span> : null}
    </div>
  ))
}

/** The form for one more, or for the right one in the place of one that this file may correct. */
export const NumberFold = ({
  file,
  personId,
  numbers,
  claims,
}: {
  file: { readonly id: string; readonly secrecy: string }
  personId: string
  numbers: Numbers
  claims: DetailsPart['claims']
}) => {
  const t = useTranslations('people.number')
  const mayCorrect = numbers.filter(({ id }) =>
    claims.some((claim) => claim.id === id && isWithdrawnIn(claim, file)),
  )
  return (
    <Fold label={t('add')}>
      <NumberForm
        caseId={file.id}
        personId={personId}
        kinds={toOptions(NUMBER_KINDS.codes, t)}
        numbers={mayCorrect.map(({ id, kind, text }) => ({ value: id, label: `${t(kind)} ${text}` }))}
      />
    </Fold>
  )
}
